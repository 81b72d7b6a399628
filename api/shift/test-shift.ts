import type { EntityName } from '../../domain/entities/entity.ts'
import type { Shift } from '../../domain/entities/roster.ts'
import { zonedMs } from '../../domain/roster/zoned.ts'
import { readEntity } from '../store/entities.ts'
import { testContext, testShop } from '../store/test-context.ts'
import type { TestPerson, TestShop } from '../store/test-context.ts'
import type { testDatabase } from '../store/test-database.ts'
import { TestDesk } from '../sync/test-desk.ts'
import type { ApiContext } from '../context.ts'

export const ZONE = 'Asia/Shanghai'
export const DAY = '2026-11-27'
/** Epoch ms of an hour of a day in the team's zone. */
export const at = (hours: number, date = DAY): number => zonedMs(date, hours * 60, ZONE)

/** A team with a shop around it and a desk for each of its people. */
export async function shiftTeam(
  db: Awaited<ReturnType<typeof testDatabase>>, people: Record<string, TestPerson>, overrides: Partial<ApiContext>,
): Promise<{ ctx: Awaited<ReturnType<typeof testContext>>, shop: TestShop, id: (account: string) => string, desk: (account: string) => TestDesk, shift: (id: string, account: string, from: number, to: number, more?: Partial<Shift>) => Shift, row: <N extends EntityName>(name: N, id: string) => ReturnType<typeof readEntity<N>> }> {
  const ctx = await testContext(db, overrides)
  const shop = await testShop(ctx, people)
  const id = (account: string): string => shop.people[account] ?? account
  return {
    ctx, shop, id,
    desk: (account) => new TestDesk(ctx, { tenant: shop.tenant, personId: id(account), deviceId: shop.devices[account] ?? '' }),
    shift: (shiftId, account, from, to, more = {}) => ({
      id: shiftId, personId: id(account), teamId: shop.teamId, kind: 'day', date: more.date ?? DAY, fromMs: at(from, more.date), toMs: at(to, more.date), duty: false, ...more,
    }),
    row: async (name, rowId) => readEntity({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, name, rowId),
  }
}
