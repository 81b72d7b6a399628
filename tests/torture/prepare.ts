import { findTenant } from '../../api/store/tenants.ts'
import { inTransaction } from '../../api/store/transaction.ts'
import type { Store } from '../../api/store/transaction.ts'
import { listEntities } from '../../api/store/entities.ts'
import type { TenantDb } from '../../api/store/entities.ts'

export const SHOP = 'yunduo'
export const CHAT_KEY = 'yunduo-web'
export const PASSWORD = 'shiftdesk-demo'
/** The agents of the trial shop: one desk each. */
export const AGENTS = ['xiaoan', 'xiaolin', 'ajie', 'momo', 'dapeng', 'qiqi'] as const
export type Account = (typeof AGENTS)[number]
export const COMPANION_CHANNEL = 'torture-companion'
/** Few, so that there is a queue. */
const LIMIT = 4

export interface Shop {
  readonly tenant: string
  /** Person ids by account. */
  readonly people: Readonly<Record<Account, string>>
}

/**
 * Makes the trial shop fit for a storm at any hour: always open, all six agents in the team of the web chat with room for
 * few, a channel kept by hand. Through the store, so that desks hear of it like of any other change.
 */
export async function prepareShop(store: Store): Promise<Shop> {
  const found = await findTenant(store.sql, SHOP)
  if (!found) throw new Error('the demo shop was not made')
  const { tenant } = found
  const people: Partial<Record<Account, string>> = {}
  await inTransaction(store, tenant, async changes => {
    const channels = await listEntities(changes, 'channel', {})
    const web = channels.find(({ kind }) => kind === 'web_chat')
    if (!web) throw new Error('the demo shop has no web chat')
    for (const channel of channels) {
      await changes.put('channel', { ...channel, openingHours: { ...channel.openingHours, periods: [], holidays: [] } })
    }
    await changes.put('channel', {
      ...web, id: COMPANION_CHANNEL, kind: 'companion', name: '另一个平台', automaticReply: null, closedNotice: null,
      openingHours: { ...web.openingHours, periods: [], holidays: [] },
    })
    for (const account of AGENTS) {
      const [person] = await listEntities(changes, 'person', { account })
      if (!person) throw new Error(`the demo shop has no ${account}`)
      people[account] = person.id
      await changes.put('person', {
        ...person, conversationLimit: LIMIT, teamIds: [...new Set([...person.teamIds, web.teamId])],
      })
    }
  })
  return { tenant, people: people as Record<Account, string> }
}

/** @returns where to read this shop's rows in clear */
export async function tenantDb(store: Store, tenant: string): Promise<TenantDb> {
  return { tx: store.sql, tenant, keys: await store.keys.of(store.sql, tenant) }
}
