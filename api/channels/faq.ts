import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Customer } from '../../domain/entities/customer.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import type { Knowledge } from '../../domain/entities/script.ts'
import { faqIndex } from '../../domain/faq/faq-index.ts'
import type { FaqIndex } from '../../domain/faq/faq-index.ts'
import { replyToAnswer } from '../../domain/faq/reply-to-answer.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity, readStored } from '../store/entities.ts'
import { attachShopPictures } from './attachment-bytes.ts'
import type { Rules } from './conversation-timers.ts'
import { sayByItself } from './say-by-itself.ts'

/** The way to a person stands under every answer (S7); outside opening hours it says when. */
const WAY_TO_A_PERSON: Record<Language, { open: string, closed: string, coming: string }> = {
  zh: {
    open: '没有解决？回复“转人工”，客服马上来。', closed: '没有解决？回复“转人工”，上班后客服第一时间回复您。', coming: '好的，客服马上来，请稍候。',
  },
  en: {
    open: 'Not what you need? Reply “agent” and a person takes over.', closed: 'Not what you need? Reply “agent” and a person answers when we are back.',
    coming: 'Of course. Somebody will be with you in a moment.',
  },
}
const LONGEST_BODY = 4_000
/** More than these in one conversation is a person's case. */
const MOST_ANSWERS = 5

interface Kept { state: string, index: FaqIndex }
const indexes = new WeakMap<ApiContext, Map<string, Kept>>()

/** What the shop's knowledge answers by itself; made again only when knowledge has changed. */
async function indexOf(context: ApiContext, changes: ChangeSet): Promise<FaqIndex> {
  const { tx, tenant } = changes
  const [now] = await tx<{ state: string }[]>`
    select count(*) || ' ' || coalesce(max(row_seq), 0) as state from knowledge where tenant = ${tenant} and (auto_answer->>'on')::boolean`
  const state = now?.state ?? ''
  const kept = indexes.get(context) ?? new Map<string, Kept>()
  indexes.set(context, kept)
  const known = kept.get(tenant)
  if (known?.state === state) return known.index
  const ids = await tx<{ id: string }[]>`select id from knowledge where tenant = ${tenant} and (auto_answer->>'on')::boolean`
  const index = faqIndex((await readStored(changes, 'knowledge', ids.map(({ id }) => id))).map(({ row }) => row))
  kept.set(tenant, { state, index })
  return index
}

interface Before { answers: number, knowledgeIds: string[], last: string | null, stopped: boolean }

/** What was answered in this conversation so far; `last`: the answer that nothing has come of yet. */
async function answersBefore({ tx, tenant }: ChangeSet, conversationId: string): Promise<Before> {
  const rows = await tx<{ message_id: string, knowledge_id: string, outcome: string | null }[]>`
    select message_id, knowledge_id, outcome from faq_answer where tenant = ${tenant} and conversation_id = ${conversationId} order by at_ms, message_id`
  const [stopped] = await tx`select 1 as one from faq_stop where tenant = ${tenant} and conversation_id = ${conversationId}`
  const last = rows.at(-1)
  return {
    answers: rows.length, knowledgeIds: rows.map((row) => row.knowledge_id), last: last?.outcome === null ? last.message_id : null,
    stopped: stopped !== undefined,
  }
}

async function settle({ tx, tenant }: ChangeSet, messageId: string | null, outcome: 'helped' | 'to_person'): Promise<void> {
  if (messageId === null) return
  await tx`update faq_answer set outcome = ${outcome} where tenant = ${tenant} and message_id = ${messageId}`
}

/** From here on a person answers in this conversation. */
async function stop({ tx, tenant }: ChangeSet, conversationId: string, nowMs: number): Promise<void> {
  await tx`insert into faq_stop ${tx({ tenant, conversation_id: conversationId, at_ms: nowMs })} on conflict do nothing`
}

/** Has a person answered in this service already? Then nothing is said by itself any more. */
const isWithAPerson = ({ state, timers }: Conversation): boolean => state === 'open' && timers.first.agentSettledAtMs !== null

/**
 * S7: answers a customer's frequent question of the web chat by itself, when it is surely one, with the way to a person under it; and
 * notes what the customer says to it. After "a person please", "no help", or the same question again no more in this conversation. The
 * conversation waits for its agent all the same (T12). The caller holds the lock and puts the returned row.
 */
export async function answerFrequentQuestion(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, rules: Rules, asked: { customer: Customer, text: string, open: boolean }, nowMs: number,
): Promise<Conversation> {
  const { channel, team } = rules
  if (channel.kind !== 'web_chat' || asked.text.trim() === '' || isWithAPerson(conversation)) return conversation
  const before = await answersBefore(changes, conversation.id)
  if (before.stopped) return conversation
  const words = WAY_TO_A_PERSON[conversation.language]
  const reply = replyToAnswer(asked.text)
  if (reply === 'helped') {
    await settle(changes, before.last, 'helped')
    return conversation
  }
  if (reply === 'person') {
    await settle(changes, before.last, 'to_person')
    await stop(changes, conversation.id, nowMs)
    return asked.open && conversation.state === 'queued' ? sayByItself(context, changes, conversation, { body: words.coming }, nowMs) : conversation
  }
  const index = await indexOf(context, changes)
  const knowledgeId = index.find({ text: asked.text, teamId: team.id, channelId: channel.id, tier: asked.customer.tier, atMs: nowMs })
  if (knowledgeId === null) return conversation
  if (before.knowledgeIds.includes(knowledgeId) || before.answers >= MOST_ANSWERS) {
    await settle(changes, before.last, 'to_person')
    await stop(changes, conversation.id, nowMs)
    return conversation
  }
  const entry: Knowledge | null = await readEntity(changes, 'knowledge', knowledgeId)
  // Spoken in the entry's language: it is the one that was asked in.
  const way = entry && WAY_TO_A_PERSON[entry.language]
  const body = entry && way ? `${entry.solution}\n\n${asked.open ? way.open : way.closed}` : ''
  if (body === '' || body.length > LONGEST_BODY) return conversation
  const id = context.ids.next()
  const attachmentIds = await attachShopPictures(changes, context.ids, conversation.id, entry?.pictureIds ?? [], nowMs)
  const said = await sayByItself(context, changes, conversation, { id, body, attachmentIds }, nowMs)
  const { tx, tenant } = changes
  await tx`insert into faq_answer ${tx({ tenant, message_id: id, knowledge_id: knowledgeId, conversation_id: conversation.id, outcome: null, at_ms: nowMs })}`
  return said
}
