import type { Talk } from '../../../../domain/entities/talk.ts'
import { readEntity, readStored } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { hasRole, lockConversation } from '../mutator.ts'
import type { Act, Mutator } from '../mutator.ts'

const asker = ({ memberIds }: Talk): string | undefined => memberIds[0]

/** The asker first, then colleagues of the shop, each once. Throws Refusal `invalid`. */
async function membersOf({ changes, person }: Act, memberIds: readonly string[]): Promise<string[]> {
  const others = [...new Set(memberIds)].filter((id) => id !== person.id)
  const known = await readStored(changes, 'person', others)
  if (known.filter(({ row }) => row.active).length < others.length) throw new Refusal('invalid', 'member')
  return [person.id, ...others]
}

/** The locked talk, if this person takes part in it. Throws Refusal `not_found`. */
async function lockTalk({ changes, person }: Act, talkId: string): Promise<Talk> {
  const talk = await readEntity(changes, 'talk', talkId, { lock: true })
  if (!talk?.memberIds.includes(person.id)) throw new Refusal('not_found')
  return talk
}

/** Whether this message is said already. Throws Refusal on an id of something else. */
async function wasSaid({ changes, person }: Act, messageId: string, talkId: string): Promise<boolean> {
  const before = await readEntity(changes, 'talk_message', messageId)
  if (before && (before.talkId !== talkId || before.authorId !== person.id)) throw new Refusal('invalid', 'message id')
  return before !== null
}

/** L6: colleagues talk about a case. D17: asked for help, with a due time; the agent keeps the customer, whose conversation does not change. */
export const openTalk: Mutator<'talk.open'> = async (act, { talkId, messageId, kind, conversationId, title, memberIds, dueAtMs, body }) => {
  const { changes, person, nowMs, atMs } = act
  const before = await readEntity(changes, 'talk', talkId)
  if (before) {
    if (asker(before) !== person.id) throw new Refusal('invalid', 'talk id')
    return
  }
  if (conversationId !== null) await lockConversation(act, conversationId)
  if (kind === 'help' && dueAtMs === null) throw new Refusal('invalid', 'due')
  if (body.trim() === '') throw new Refusal('invalid', 'empty')
  const members = await membersOf(act, memberIds)
  if (members.length < 2) throw new Refusal('invalid', 'member')
  if (await readEntity(changes, 'talk_message', messageId)) throw new Refusal('invalid', 'message id')
  await changes.put('talk', { id: talkId, kind, conversationId, title, memberIds: members, dueAtMs, state: 'open', startedAtMs: nowMs })
  await changes.put('talk_message', { id: messageId, talkId, memberIds: members, authorId: person.id, body, atMs: Math.min(atMs, nowMs) })
}

/** Answered as soon as somebody else than the asker writes. */
export const sayInTalk: Mutator<'talk.say'> = async (act, { talkId, messageId, body }) => {
  const { changes, person, nowMs, atMs } = act
  const talk = await lockTalk(act, talkId)
  if (await wasSaid(act, messageId, talkId)) return
  if (talk.state === 'closed') throw new Refusal('closed')
  if (body.trim() === '') throw new Refusal('invalid', 'empty')
  await changes.put('talk_message', { id: messageId, talkId, memberIds: talk.memberIds, authorId: person.id, body, atMs: Math.min(atMs, nowMs) })
  if (talk.state === 'open' && asker(talk) !== person.id) await changes.put('talk', { ...talk, state: 'answered' })
}

/** The asker ends it, or a supervisor who takes part. */
export const closeTalk: Mutator<'talk.close'> = async (act, { talkId }) => {
  const talk = await lockTalk(act, talkId)
  if (asker(talk) !== act.person.id && !hasRole(act.person, 'supervisor')) throw new Refusal('not_allowed')
  if (talk.state !== 'closed') await act.changes.put('talk', { ...talk, state: 'closed' })
}
