import { isThanks } from '../lines/greeting.ts'
import { coreOfQuestion } from './core-of-question.ts'

const PERSON = new RegExp(`^(?:${[
  '(?:我要|我想|要|想|能不能|能|可以|可不可以|帮我|给我|麻烦|请|直接)*(?:转到?|找|接|换|叫|来|需要|联系|呼叫)?(?:个|一个|位|一位)?(?:人工|真人|活人)(?:客服|服务|坐席|接待|回复|聊)?',
  '(?:不要|别|不想和|不想跟|不是)(?:机器人?|自动回复)(?:聊|说话|回复)?', '(?:你)?是?机器人',
  '(?:(?:iwant|iwould|id)?(?:like)?(?:to)?|can|could|i|need|let|me|give|get|connect|with|you|talk|speak|chat|to|with|a|an|my)*(?:human|person|agent|operator|representative|realperson|realhuman|liveagent|humanagent|humanbeing|someone)',
].join('|')})$`, 'u')
const NO_HELP = new RegExp(`^(?:${[
  '(?:这个?|还是|根本|完全|都|你这)*(?:没用|没有用|没有帮助|没帮助|不对|没解决|没有解决|答非所问|不是这个(?:意思|问题)?|不是我(?:要)?问的|看不懂|听不懂|不行)(?:我的问题)?(?:的|了)?',
  '(?:that|this|it|is|was|did|does)*(?:not|didnt|doesnt|isnt|wasnt)(?:help|helpful|helping|useful|whatiasked|whatimeant|work)(?:me|atall)?',
].join('|')})$`, 'u')
const HELPED = new RegExp(`^(?:${[
  '(?:已经|问题|都|我|嗯|好的)*(?:解决了?|有用|有帮助|清楚了|明白了|知道了|了解了|懂了)(?:了|的)?',
  '(?:thanks|thankyou|that|this|it|great|yes|ok)*(?:helps|helped|solved|worked|gotit|understood)(?:me|alot)?',
].join('|')})$`, 'u')

/**
 * What the customer says to an answer that came by itself. A request for a person counts at any time.
 * @returns `person`: asks for one, or says that it was no help; `helped`; null for anything else
 */
export function replyToAnswer(text: string): 'person' | 'helped' | null {
  const core = coreOfQuestion(text)
  if (core === null || core === '') return isThanks(text) ? 'helped' : null
  if (PERSON.test(core) || NO_HELP.test(core)) return 'person'
  return HELPED.test(core) || isThanks(text) ? 'helped' : null
}
