import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Presence } from '../../domain/entities/people.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import type { Script } from '../../domain/entities/script.ts'
import { dutyOf } from '../../domain/presence/presence.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { sayByItself } from './say-by-itself.ts'

/** Where the shop has no script for it. */
const FALLBACK: Record<Language, string> = {
  zh: '您好，客服暂时不在座位上，您的消息已经收到，会尽快回复您。',
  en: 'Hello, your agent is away from the desk for a moment. Your message has arrived and will be answered soon.',
}
/** Of the scripts of the meal's stage the one that is said by itself. */
const BY_ITSELF = ['自动回复', 'auto-reply']

/** H6: whoever is off duty, or was never seen, keeps nobody. */
export async function isOffDuty(changes: ChangeSet, ownerId: string | null): Promise<boolean> {
  return ownerId !== null && (await readEntity(changes, 'presence', ownerId))?.state === 'off_duty'
}

/** M9: at the meal the shop's own words of today, those without anything to fill in. */
async function wordsFor(changes: ChangeSet, { state }: Presence, language: Language, nowMs: number): Promise<string> {
  if (state !== 'meal') return FALLBACK[language]
  const scripts = await listEntities(changes, 'script', { stage: 'meal', language, personId: null }, { orderBy: 'code' })
  const fits = ({ tags, body, validFromMs, validToMs }: Script): boolean =>
    tags.some((tag) => BY_ITSELF.includes(tag)) && !body.includes('{{') && (validFromMs ?? 0) <= nowMs && nowMs < (validToMs ?? Infinity)
  return scripts.find(fits)?.body ?? FALLBACK[language]
}

/**
 * M9, M10: whoever writes to an agent who is at the meal, away, in training or hands over is told so, once an absence and conversation. Off duty
 * nothing is said: the customer goes to somebody else at once (H6). The caller holds the lock and puts the returned row.
 */
export async function replyForAbsent(context: ApiContext, changes: ChangeSet, conversation: Conversation, nowMs: number): Promise<Conversation> {
  const { ownerId, state } = conversation
  const presence = state === 'open' && ownerId !== null ? await readEntity(changes, 'presence', ownerId) : null
  if (!presence || presence.state === 'off_duty' || !dutyOf(presence).autoReply) return conversation
  const id = `absent:${presence.sinceMs}:${conversation.id}`
  if (await readEntity(changes, 'message', id)) return conversation
  return sayByItself(context, changes, conversation, { id, body: await wordsFor(changes, presence, conversation.language, nowMs) }, nowMs)
}
