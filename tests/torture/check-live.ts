import type { ConversationRow } from '../../protocol/views.ts'
import type { Customer } from './customer.ts'
import type { Desk } from './desk.ts'
import type { Shop } from './prepare.ts'
import { rowsOf } from './truth.ts'
import type { Truth } from './truth.ts'
import type { Verdict } from './verdict.ts'

const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).sort().join(' ')

/** What the window would show while the server stands still: lists and threads are the server's. */
export async function checkScreens(truth: Truth, shop: Shop, desks: readonly Desk[]): Promise<Verdict> {
  const faults: string[] = []
  let looked = 0
  const conversations = rowsOf(truth, 'conversation').map(({ row }) => row)
  const lines = Map.groupBy(rowsOf(truth, 'message').map(({ row }) => row), ({ conversationId }) => conversationId)
  for (const desk of desks) {
    const me = truth.rows.get('person')?.get(shop.people[desk.account])?.row as { id: string, teamIds: string[] } | undefined
    const lists = await desk.ask('conversations', {})
    if (!me || !lists) {
      faults.push(`${desk.account}: no lists`)
      continue
    }
    const own = conversations.filter(({ state, ownerId }) => state === 'open' && ownerId === me.id)
    const compare = (name: string, shown: ConversationRow[], right: { id: string }[]) => {
      looked += 1
      if (ids(shown) !== ids(right)) faults.push(`${desk.account}: ${name} shows ${shown.length}, the server has ${right.length}`)
    }
    compare('own', [...lists.waiting, ...lists.running], own)
    compare('queue', lists.queue, conversations.filter(({ state, teamId }) => state === 'queued' && me.teamIds.includes(teamId)))
    for (const { id } of own) {
      looked += 1
      const thread = await desk.ask('thread', { conversationId: id, limit: 2_000 })
      const right = (lines.get(id) ?? []).sort((a, b) => a.position - b.position)
      // What was refused stays in the thread of the one who wrote it, marked so.
      const sent = (thread?.items ?? []).filter(({ status }) => status !== 'refused')
      const [shown, stored] = [sent, right].map(items => items.map(item => `${item.position} ${item.id} ${item.body}`).join('\n'))
      if (shown !== stored) faults.push(`${desk.account}: thread ${id} shows ${sent.length} lines, the server has ${right.length}`)
    }
  }
  return { name: 'lists and threads on the screens are the server\'s', faults, looked }
}

/** Each customer's page: every line of theirs and of the agents, once, in order; no internal note. */
export async function checkPages(truth: Truth, customers: readonly Customer[]): Promise<Verdict> {
  const faults: string[] = []
  let looked = 0
  const lines = Map.groupBy(rowsOf(truth, 'message').map(({ row }) => row), ({ conversationId }) => conversationId)
  for (const customer of customers) {
    const page = await customer.state()
    if (!page.conversationId) continue
    looked += 1
    const said = (author: string) => author === 'customer' || author === 'agent' || author === 'automatic'
    const right = (lines.get(page.conversationId) ?? []).filter(({ author }) => said(author)).sort((a, b) => a.position - b.position)
    const shown = page.messages.filter(({ from }) => from !== 'system')
    const text = (items: readonly { position: number, id: string, body: string }[]) => items.map(({ position, id, body }) => `${position} ${id} ${body}`)
    const [stored, here] = [text(right), text(shown)]
    // The page begins with the last lines of a long thread.
    if (here.length === 0 || stored.slice(-here.length).join('\n') !== here.join('\n')) {
      faults.push(`${customer.name}: the page shows ${here.length} lines, the thread has ${stored.length}`)
    }
  }
  return { name: 'the customers\' pages show their threads', faults, looked }
}
