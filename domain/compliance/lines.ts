import type { AuthorKind } from '../entities/conversation.ts'
import type { LineKind } from '../entities/team.ts'
import { isMereGreeting, isThanks } from '../lines/greeting.ts'
import type { TimerState } from '../timers/state.ts'

/** A line of the talk so far. */
export type SaidLine = { author: AuthorKind; body: string; lineKind: LineKind | null }

const ALL_RIGHT = new RegExp(`^(?:${[
  '好[的吧啊呀哒滴嘞呢哦]?', '嗯', '行', '可以', 'ok', 'okay', '知道', '明白', '了解', '收到', '清楚', '没问题', '没有', '没', '了', '不用', '不需要', '暂时', '先', '这样', '那', '就', '谢', '感谢',
  '再见', '拜', '[88]{2,3}', '晚安', '我', '看看', '考虑', '一下', '再', '吧', '啦', '哈', '亲', '你', '您', 'thanks?', 'thank', 'you', 'bye', 'no', 'nope', 'fine', 'great', 'sure',
  'that', 's', 'all', 'is', 'got', 'it', 'i', 'see', 'alright', 'will', 'think', 'about', 'later', 'yes', 'perfect',
].join('|')})+$`, 'u')

/** Does this text of a customer ask for nothing: thanks, "all right", a greeting, no? */
function asksNothing(text: string): boolean {
  const words = text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (/[?？]/.test(text)) return false
  return words === '' || isThanks(text) || isMereGreeting(text) || (words.length <= 20 && ALL_RIGHT.test(words))
}

/**
 * What is still owed to the customer, so that a closing line comes too early (D6).
 * Goes in: the lines of the talk, oldest first, the timers, and whether a promise is open.
 */
export function owed(lines: readonly SaidLine[], timers: Pick<TimerState, 'turn' | 'promises'>, promiseOpen: boolean): 'question' | 'promise' | null {
  if (promiseOpen || timers.promises.length > 0) return 'promise'
  if (!timers.turn) return null
  for (const { author, body, lineKind } of [...lines].reverse()) {
    if (author === 'agent' && (lineKind === 'answer' || lineKind === 'closing')) return null
    if (author === 'customer' && !asksNothing(body)) return 'question'
  }
  return null
}
