/** Longer texts are no mere greeting or thank-you; the limit also bounds the work of the patterns. */
const MAX_LENGTH = 30

const GREETING_WORDS = [
  '[你您妳](?:们|們)?好', '大家好', '在(?:不在|吗|嗎|嘛|么|不|没)?', '有(?:没有)?人(?:在)?(?:吗|嗎|嘛|么|不)?', '有(?:客服|谁)在(?:吗|嗎)?',
  '哈[喽罗啰囉]', '哈唠', '嗨', '喂', '[早晚]安', '早上?好?', '[上中下]午好', '晚上好', '新年好', '打[扰擾]了?(?:一下)?',
  '亲爱的', '亲', '親', '老板', '老闆', '掌柜', '店家', '客服', '小[姐哥]', '小姐姐', '小哥哥', '美女', '帅哥', '宝子?',
  '[请請][问問]', '(?:我)?(?:想)?(?:咨询|諮詢|问|請教|请教)(?:一下|下)(?:你|您)?', '(?:一下|下)',
  'hi', 'hello', 'helo', 'hallo', 'hey', 'hiya', 'there', 'goodmorning', 'goodafternoon', 'goodevening', 'morning',
  '(?:is)?any(?:one|body)', 'areyou(?:there)?', 'nihao', 'zaima', 'zai', 'sir', 'madam', 'team', 'dear', 'greetings',
  '[啊呀呢吖哦喔哈呐啦嘞哟]',
]

const THANKS_WORDS = [
  '[谢謝]{1,2}', '[多感]?[谢謝]', '感恩', '蟹蟹', '辛苦', '麻[烦煩](?:你|您)?了', '有心了', '费心了', '[39]q', 'thanks?', 'thx', 'tks',
  'thankyou',
  'ty', 'tysm', 'cheers', 'xiexie', 'muchappreciated', '🙏',
]
const WITH_THANKS_WORDS = [
  '好', '嗯', '行', '可以', '[嗷噢]', 'ok', 'okay', '知道', '明白', '了解', '收到', '清楚', '[没沒](?:问题|問題|有|事|其他|别的)?', '不用', '不需要',
  '不麻烦',
  '亲', '親', '[你您]', '们', '們', '大家', '客服', '小姐姐', '小哥哥', '老板', '美女', '非常', '十分', '太', '真的?', '很', '特别', '那', '就', '先',
  '这样', '這樣',
  '再见', '再見', '拜', '晚安', '啦', '了', '哈', '哦', '喔', '啊', '呀', '吖', '呢', '吧', '的', '地', '哒', '滴', '喽', '咯', '嘞', '耐心',
  '解答', '回复', '帮忙', '帮助',
  '解决', '已经', '都', '一下', '祝?[你您]?生活愉快', 'a', 'lot', 'so', 'very', 'much', 'you', 'many', 'great', 'good', 'perfect',
  'nice', 'gotit', 'allright',
  'alright', 'bye', 'foryour', 'forthe', 'forall', 'help', 'time', 'reply', 'support', 'again', 'no', 'yes', 'sure',
  'fine', 'that[’\']?s', 'all',
  'i', 'see', 'cool', 'really', 'dear', 'haveaniceday', 'works',
]

const GREETING = new RegExp(`^(?:${GREETING_WORDS.join('|')})+$`, 'u')
const THANKS = new RegExp(`^(?:${[...THANKS_WORDS, ...WITH_THANKS_WORDS].join('|')})+$`, 'u')
const THANKS_WITHIN = new RegExp(THANKS_WORDS.filter((word) => word !== 'ty').join('|'), 'u')

/** One form for all writings: width, case, long-drawn letters; without spaces, punctuation and most symbols. */
function bare(text: string, kept: string): string {
  const stripped = text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}\p{M}\u200d]/gu,
  (sign) => (kept.includes(sign) ? sign : ''))
  return stripped.replace(/(.)\1{2,}/gu, '$1')
}

/**
 * Has the customer merely greeted, so that an opening line answers them? (T12, D1)
 * Goes in: the customer's text. Comes out: true for greetings, forms of address
 * and "may I ask" alone; a wave alone counts.
 */
export function isMereGreeting(text: string): boolean {
  const words = bare(text, '')
  if (words === '') return text.includes('👋')
  return words.length <= MAX_LENGTH && GREETING.test(words)
}

/**
 * Is the text a thank-you and nothing more? After close such a text starts no timer. (T,
 "a thank-you after close starts none")
 * Goes in: the customer's text. Comes out: true for thanks with or without "all right", "bye" and the like.
 */
export function isThanks(text: string): boolean {
  const words = bare(text, '🙏')
  return words.length <= MAX_LENGTH && THANKS.test(words) && (THANKS_WITHIN.test(words) || /^ty/u.test(words))
}
