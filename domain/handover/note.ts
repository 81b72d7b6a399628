import { DateTime } from 'luxon'
import type { Message, ServicePromise } from '../entities/conversation.ts'
import type { Language } from '../entities/scalars.ts'
import { maskText } from '../personal-data/mask.ts'

type Line = Pick<Message, 'author' | 'lineKind' | 'body'>
type Promised = Pick<ServicePromise, 'text' | 'dueAtMs'>

/** A note is read in a second: so much of a line is quoted (characters). */
const QUOTED = 80
const MOST_PROMISES = 3

const WORDS = {
  zh: {
    waits: (said: string) => `顾客在等：「${said}」`,
    answered: (said: string) => `已答复：「${said}」`,
    quiet: (said: string) => `顾客最后说：「${said}」`,
    promised: (text: string, time: string) => `答应 ${time} 前：${text}`,
    end: '。',
  },
  en: {
    waits: (said: string) => `Customer waits: “${said}”`,
    answered: (said: string) => `Answered: “${said}”`,
    quiet: (said: string) => `Customer said last: “${said}”`,
    promised: (text: string, time: string) => `Promised by ${time}: ${text}`,
    end: '. ',
  },
} as const

/**
 * H2, H4: a note for the next agent, from the thread: the last question, the last answer if there is one, and what was promised by when.
 * Personal numbers are masked (P4); the agent may write another.
 * @param lines the last of the thread, oldest first
 * @param promises open ones
 * @param timeZone of the team: promises are told by its clock
 * @returns '' when nobody has said anything
 */
export function proposeNote(lines: readonly Line[], promises: readonly Promised[], language: Language, timeZone: string, nowMs: number): string {
  const words = WORDS[language]
  const spoken = lines.filter(({ body }) => body.trim() !== '')
  const answeredAt = spoken.map(isAnswer).lastIndexOf(true)
  const askedAt = spoken.map(({ author }) => author).lastIndexOf('customer')
  const question = spoken[askedAt]
  const waits = askedAt > answeredAt
  const parts: string[] = []
  if (question) parts.push(waits ? words.waits(quoted(question.body)) : words.quiet(quoted(question.body)))
  const answer = spoken[answeredAt]
  if (answer && !waits) parts.push(words.answered(quoted(answer.body)))
  for (const { text, dueAtMs } of [...promises].sort((a, b) => a.dueAtMs - b.dueAtMs).slice(0, MOST_PROMISES)) {
    parts.push(words.promised(quoted(text), clockTime(dueAtMs, nowMs, timeZone)))
  }
  return parts.map((part) => part + words.end).join('').trim()
}

/** T12: holding, look-up, apology and opening lines answer nothing. */
function isAnswer({ author, lineKind }: Line): boolean {
  return author === 'agent' && (lineKind === null || lineKind === 'answer' || lineKind === 'closing')
}

/** Masked first: a number cut in two would no longer be found. */
function quoted(text: string): string {
  const plain = [...maskText(text).replace(/\s+/gu, ' ').trim()]
  return plain.length > QUOTED ? `${plain.slice(0, QUOTED - 1).join('')}…` : plain.join('')
}

/** 18:00, or with its day when that is another. */
function clockTime(atMs: number, nowMs: number, zone: string): string {
  const time = DateTime.fromMillis(atMs, { zone })
  return time.hasSame(DateTime.fromMillis(nowMs, { zone }), 'day') ? time.toFormat('HH:mm') : time.toFormat('MM-dd HH:mm')
}
