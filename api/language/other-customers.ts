import type { Conversation } from '../../domain/entities/conversation.ts'
import { findPersonal, isKnown, type PersonalFind } from '../../domain/compliance/personal.ts'
import type { ChangeSet } from '../store/change-set.ts'

/** Parcels: a courier's letters and digits. */
const PARCEL = /(?<![A-Za-z\d])[A-Za-z]{0,4}\d{8,20}(?![A-Za-z\d])/g

interface Suspect { what: PersonalFind['rule'], words: string }

/**
 * Does the text hold data of another customer of this shop: a telephone, e-mail, account, order or parcel number? By exact
 * search in the blind indexes; addresses have none, identity and account numbers are those that customers told. What this customer said themselves is theirs to hear. (C4)
 * @returns what kind it is, or null
 */
export async function ofAnotherCustomer(
  changes: ChangeSet, { customerId }: Conversation, body: string, saidByCustomer: () => Promise<readonly string[]>,
): Promise<PersonalFind['rule'] | null> {
  const found = findPersonal(body)
  const parcels = [...body.matchAll(PARCEL)].map(([number]) => number)
  const suspects: Suspect[] = [
    ...found.filter(({ rule }) => rule !== 'address' && rule !== 'code').map(({ rule, start, end }) => ({ what: rule, words: body.slice(start, end) })),
    ...parcels.map((words): Suspect => ({ what: 'order', words })),
  ]
  if (suspects.length === 0) return null
  const owners = await ownersOf(changes, found, parcels)
  if (owners.every((owner) => owner.customerId === customerId)) return null
  const texts = await saidByCustomer()
  const known = { texts, orderNumbers: [], phoneMasked: null, emailMasked: null, addressMasked: null, ofTheShop: () => false }
  const own = new Set(owners.filter((owner) => owner.customerId === customerId).map(({ value }) => value))
  for (const { customerId: owner, value, rule } of owners) {
    if (owner === customerId || own.has(value)) continue
    if (!isKnown({ rule, start: 0, end: 0, value }, value, known)) return rule
  }
  return null
}

interface Owner { customerId: string, value: string, rule: PersonalFind['rule'] }

async function ownersOf({ tx, tenant, keys }: ChangeSet, found: readonly PersonalFind[], parcels: readonly string[]): Promise<Owner[]> {
  const of = (...rules: PersonalFind['rule'][]): PersonalFind[] => found.filter(({ rule }) => rules.includes(rule))
  const indexed = [
    ...of('phone').flatMap(({ rule, value }) => [value, `86${value}`].map((written) => ({ rule, value, kind: 'phone', index: keys.blindIndex('phone', written) }))),
    ...of('email').map(({ rule, value }) => ({ rule, value, kind: 'email', index: keys.blindIndex('email', value) })),
    ...of('identity', 'card').map(({ rule, value }) => ({ rule, value, kind: 'account', index: keys.blindIndex('account', value) })),
    ...parcels.map((number) => ({ rule: 'order' as const, value: number.toLowerCase(), kind: 'parcel', index: keys.blindIndex('tracking', number) })),
  ]
  const numbers = [...new Set([...of('order').map(({ value }) => value), ...parcels].flatMap((number) => [number, number.toUpperCase()]))]
  const byIndex = indexed.length === 0 ? [] : await tx<{ customerId: string, at: number }[]>`
    with asked as (
      select kind, decode(hex, 'hex') as index, at from unnest(${indexed.map(({ kind }) => kind)}::text[],
        ${indexed.map(({ index }) => index.toString('hex'))}::text[], ${indexed.map((_, at) => at)}::int[]) as i (kind, hex, at))
    select s.customer_id as "customerId", a.at from asked a
    join customer_secret s on s.tenant = ${tenant} and ((a.kind = 'phone' and s.phone_index = a.index) or (a.kind = 'email' and s.email_index = a.index))
    union all
    select n.customer_id, a.at from asked a join customer_number n on n.tenant = ${tenant} and a.kind = 'account' and n.number_index = a.index
    union all
    select o.customer_id, a.at from asked a join order_secret t on t.tenant = ${tenant} and a.kind = 'parcel' and t.tracking_index = a.index
    join order_head o on o.tenant = t.tenant and o.id = t.order_id`
  const byNumber = numbers.length === 0 ? [] : await tx<{ customerId: string, number: string }[]>`
    select customer_id as "customerId", number from order_head where tenant = ${tenant} and number = any(${numbers})`
  return [
    ...byIndex.flatMap(({ customerId, at }) => indexed[at] ? [{ customerId, value: indexed[at].value, rule: indexed[at].rule }] : []),
    ...byNumber.map(({ customerId, number }) => ({ customerId, value: number.toLowerCase(), rule: 'order' as const })),
  ]
}
