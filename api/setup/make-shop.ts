import { audit } from '../auth/audit.ts'
import type { PasswordHasher } from '../auth/password-hash.ts'
import { storePassword } from '../auth/person-rows.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { insertLanguageRules } from '../seed/language-rules/insert.ts'
import { createTenant, findTenant } from '../store/tenants.ts'
import { inTransaction } from '../store/transaction.ts'
import { storeChannelKey } from './channel-keys.ts'
import type { ChannelKeys } from './channel-keys.ts'
import { putNewPerson } from './people.ts'
import { NEW_TEAM_TIMERS } from './shop-plan.ts'
import type { ShopPlan } from './shop-plan.ts'

/** What was made; keys are told this once. */
export interface MadeShop {
  readonly shop: string
  readonly tenant: string
  readonly channels: readonly { readonly name: string, readonly kind: string, readonly keys: ChannelKeys | null }[]
}

/** True while the database holds no shop at all: then the set-up page is open. */
export async function noShopYet({ sql }: Pick<ApiContext, 'sql'>): Promise<boolean> {
  const [row] = await sql`select 1 as one from tenant limit 1`
  return row === undefined
}

/** Takes back a tenant whose rows could not be made. */
async function undo(context: ApiContext, tenant: string): Promise<void> {
  await context.sql.begin(async (tx) => {
    await tx`delete from tenant_head where tenant = ${tenant}`
    await tx`delete from tenant where tenant = ${tenant}`
  })
}

/**
 * Makes a shop from a checked plan: tenant with its data key, administrator, teams, channels with keys; all or nothing.
 * Throws ProblemError 409 `shop_taken` or `already_exists` (a channel key that another shop has), 503 `busy`.
 */
export async function makeShop(context: ApiContext, hasher: PasswordHasher, plan: ShopPlan): Promise<MadeShop> {
  const { ids, clock, sql } = context
  if (await findTenant(sql, plan.shop)) throw new ProblemError(409, 'shop_taken', { detail: `the shop "${plan.shop}" exists` })
  const hash = await hasher.hash(plan.admin.password)
  const tenant = await createTenant(context, { shop: plan.shop, name: plan.name })
  let channels: MadeShop['channels']
  try {
    channels = await inTransaction(context, tenant, async (changes) => {
      const nowMs = clock.now()
      const teamIds = new Map(plan.teams.map((team) => [team.name, ids.next()]))
      for (const [name, id] of teamIds) {
        await changes.put('team', {
          id, name, timers: NEW_TEAM_TIMERS, timersBefore: [], linePatterns: [], returningHours: 24, timeZone: 'Asia/Shanghai',
        })
      }
      const adminId = ids.next()
      await putNewPerson(changes, {
        id: adminId, account: plan.admin.account.toLowerCase(), name: plan.admin.name, roles: ['admin', 'supervisor'],
        teamIds: [...teamIds.values()], seniority: 'senior', skills: [], languages: ['zh'], conversationLimit: 0, active: true,
      }, nowMs)
      await storePassword(changes.tx, tenant, adminId, hash, nowMs)
      const made: { name: string, kind: string, keys: ChannelKeys | null }[] = []
      for (const channel of plan.channels) {
        const id = ids.next()
        await changes.put('channel', {
          id, kind: channel.kind, name: channel.name, teamId: teamIds.get(channel.team) ?? '', language: channel.language,
          openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: [] }, automaticReply: null, closedNotice: null,
          skill: null, active: true,
        })
        const keys = await storeChannelKey(changes, { ...channel, channelId: id }, nowMs)
        made.push({ name: channel.name, kind: channel.kind, keys })
      }
      await audit(changes, ids.next(), nowMs, { action: 'shop.made', personId: adminId })
      return made
    })
  } catch (error) {
    await undo(context, tenant)
    throw error
  }
  // A transaction of its own: with the rest it would be too large.
  await insertLanguageRules(context, tenant, () => ids.next())
  return { shop: plan.shop, tenant, channels }
}

/** What to do next, line by line. In: the shop and the address that people will use. */
export function nextSteps(made: MadeShop, url: string): string[] {
  const lines = [`The shop "${made.shop}" is ready.`]
  for (const { name, kind, keys } of made.channels) {
    if (keys && kind === 'web_chat') lines.push(`Web chat "${name}": ${url}/chat/${keys.publicKey}, identity secret ${keys.secretIn ?? ''}`)
    if (keys && kind === 'webhook') {
      lines.push(`Webhook "${name}": key ${keys.publicKey}, your shop signs with ${keys.secretIn ?? ''}`)
      if (keys.secretOut !== null) lines.push(`  our deliveries are signed with ${keys.secretOut}`)
    }
  }
  lines.push(
    'Note the secrets down now: they are not shown again.',
    `Next: sign in at a desk (API ${url}, shop "${made.shop}"), and bring your staff in:`,
    `  npm run api -- import-staff --shop ${made.shop} --file staff.csv`,
  )
  return lines
}
