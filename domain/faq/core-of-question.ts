import { Converter } from 'opencc-js/t2cn'

const simplify = Converter({ from: 't', to: 'cn' })

/** Said around a question without being part of it. At the beginning, again and again. */
const BEFORE = new RegExp(`^(?:${[
  '您好', '你好', '妳好', '哈喽', '嗨', '在吗', '在嘛', '在不在', '在么', '有人吗', '有人在吗', '亲爱的', '亲亲', '亲', '客服', '老板', '店家', '掌柜', '小姐姐',
  '请问一下', '请问下', '请问', '麻烦问一下', '麻烦问下', '打扰一下', '打扰了', '我想咨询一下', '我想咨询下', '我想咨询', '想咨询一下', '想咨询', '咨询一下', '咨询下',
  '我想问一下', '我想问下', '我想问问', '我想问', '想问一下', '想问下', '想问问', '想问', '问一下', '问下', '我想知道', '想知道', '我想了解一下', '我想了解', '想了解一下',
  '那个', '那么', '那', '就是', '嗯', '哦', '额', '还有就是', '还有', '另外',
  'hithere', 'hi', 'hello', 'hey', 'goodmorning', 'goodafternoon', 'goodevening', 'excuseme', 'please', 'couldyoupleasetellme', 'couldyoutellme',
  'canyoutellme', 'mayiask', 'iwouldliketoknow', 'iwanttoknow', 'iwantedtoask', 'iwanttoask', 'justwondering', 'iwaswondering', 'quickquestion',
].sort((a, b) => b.length - a.length).join('|')})`, 'u')
/** At the end, again and again. */
const AFTER = /(?:谢谢你?您?|多谢|麻烦了|辛苦了|请问|亲|一下|[吗呢呀啊哦哈啦嘛吖诶]|thankyouverymuch|thankyou|thanksalot|thanks|thx|please)$/u
/** Written in several ways, one meaning. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/如何|怎样(?!的)|咋(?!样|回事|了)/gu, '怎么'], [/几时|什么时间|啥时候|何时/gu, '什么时候'], [/啥/gu, '什么'], [/您/gu, '你'], [/你们家?|贵店|你家|咱们?家/gu, ''],
  [/what'?s/gu, 'whatis'], [/\b(?:a|an|the)\b/gu, ''],
]
/** Longer texts hold more than one question: they are a person's. */
const LONGEST = 60

/**
 * What is asked, without what is said around it: one form for width, case, traditional characters, punctuation and politeness. Two
 * texts ask the same when their cores are equal; nothing of the question itself is ever left out, least of all a "not". (S7)
 * @returns '' for what asks nothing (a greeting alone), null for what is too long to be one question
 */
export function coreOfQuestion(text: string): string | null {
  if (text.length > LONGEST * 2) return null
  let core = simplify(text.normalize('NFKC').toLowerCase())
  for (const [from, to] of SAME) core = core.replace(from, to)
  core = core.replace(/[\s\p{P}\p{S}\p{C}\u200d\ufe0f]/gu, '')
  if (core.length > LONGEST) return null
  for (let before = ''; before !== core;) {
    before = core
    core = core.replace(BEFORE, '').replace(AFTER, '')
  }
  return core
}
