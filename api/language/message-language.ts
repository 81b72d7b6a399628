import { checkText, limitsOf, type Surroundings } from '../../domain/compliance/check.ts'
import { nameOf, type Finding } from '../../domain/compliance/finding.ts'
import { owed, type SaidLine } from '../../domain/compliance/lines.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Customer } from '../../domain/entities/customer.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import { maskText } from '../../domain/personal-data/mask.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { Refusal } from '../sync/refusal.ts'
import { ofAnotherCustomer } from './other-customers.ts'
import { rulesOfShop } from './rules-of-shop.ts'

/** So much of a talk is looked at. */
const LINES = 300

type Talk = { lines: SaidLine[], orderNumbers: string[], promiseOpen: boolean }

async function readTalk(changes: ChangeSet, { id, customerId }: Conversation): Promise<Talk> {
  const lines = await listEntities(changes, 'message', { conversationId: id }, { orderBy: 'position', descending: true, limit: LINES })
  const orders = await listEntities(changes, 'order_head', { customerId }, { orderBy: 'placedAtMs', descending: true, limit: LINES })
  const promises = await listEntities(changes, 'promise', { conversationId: id, state: 'open' }, { limit: 1 })
  return { lines: lines.reverse(), orderNumbers: orders.map(({ number }) => number), promiseOpen: promises.length > 0 }
}

/**
 * Checks a message again that a desk sent (C1 to C6): what is blocked does not go out, whoever sends it. A warning that nobody
 * insisted on does: it may have been written offline, under the rules of that time.
 * @returns what was found all the same. Throws Refusal `language`, `personal_data`
 */
export async function checkMessage(
  changes: ChangeSet, conversation: Conversation, customer: Customer, { body }: MutationArgs<'message.send'>, lineKind: LineKind,
): Promise<Finding[]> {
  if (body.trim() === '') return []
  const [rules, figures] = await Promise.all([rulesOfShop(changes), readEntity(changes, 'figures', conversation.teamId)])
  let talk: Talk | null = null
  let asked = false
  const lines = (): SaidLine[] => {
    asked = true
    return talk?.lines ?? []
  }
  const said = (author: SaidLine['author']): string[] => lines().filter((line) => line.author === author).map((line) => line.body)
  const around: Surroundings = {
    lineKind, limits: limitsOf(figures),
    customerTexts: () => said('customer'),
    agentTexts: () => said('agent'),
    owed: () => owed(lines(), conversation.timers, talk?.promiseOpen ?? false),
    known: () => ({
      texts: lines().filter(({ author }) => author !== 'note').map((line) => line.body), orderNumbers: talk?.orderNumbers ?? [],
      phoneMasked: customer.phoneMasked, emailMasked: customer.emailMasked, addressMasked: customer.addressMasked, ofTheShop: () => false,
    }),
  }
  let found = checkText(rules, body, around)
  // Most messages need no look at the talk: it is read, and opened, when one does.
  if (asked) {
    talk = await readTalk(changes, conversation)
    found = checkText(rules, body, around)
  }
  const blocked = found.filter(({ severity }) => severity === 'block')
  if (blocked.length > 0) throw new Refusal('language', blocked.map(({ rule, words }) => `${rule}: ${hidden(words)}`).join('; ').slice(0, 300))
  const other = await ofAnotherCustomer(changes, conversation, body, async () => {
    talk ??= await readTalk(changes, conversation)
    return said('customer')
  })
  if (other) throw new Refusal('personal_data', other)
  return found
}

/** The answer to a push is kept in clear: without the numbers. */
function hidden(words: string): string {
  return maskText(words).replace(/\d{3,}/g, (digits) => '*'.repeat(digits.length)).slice(0, 80)
}

/** What was found in a message that went out, and which scripts went into it (C6, N3). */
export async function recordLanguage(
  { tx, tenant }: ChangeSet, { messageId, insisted = [], uses = [] }: MutationArgs<'message.send'>, found: readonly Finding[], personId: string, atMs: number,
): Promise<void> {
  const hits = new Map(found.filter(({ severity }) => severity !== 'block').map((finding) => [nameOf(finding), finding]))
  if (hits.size > 0) {
    const rows = [...hits].map(([name, { rule, severity }]) => (
      { tenant, message_id: messageId, rule_id: name, rule, severity, insisted: insisted.includes(name), person_id: personId, at_ms: atMs }))
    await tx`insert into language_hit ${tx(rows)} on conflict do nothing`
  }
  const scripts = new Map(uses.map((use) => [use.scriptId, use]))
  if (scripts.size > 0) {
    const rows = [...scripts.values()].map(({ scriptId, edited }) => (
      { tenant, message_id: messageId, script_id: scriptId, person_id: personId, edited, at_ms: atMs }))
    await tx`insert into script_use ${tx(rows)} on conflict do nothing`
  }
}
