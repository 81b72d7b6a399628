import type { LinePattern } from '../entities/team.ts'

/** A built-in pattern with lines that it must and must not take. */
export type DefaultLinePattern = Readonly<LinePattern> & {
  readonly examples: readonly string[]
  readonly counterExamples: readonly string[]
}

// A line is of a kind only if every clause of it is: "sorry, we are out of M" tells something and so is an answer,
// which is what text counts as in doubt (T12). Clauses end at punctuation; gaps inside a clause are short and bounded,
// so that no text can make a pattern slow.
const IN = '[^,.!?;:~…，。！？；：～、\\n]'
const END = '[,.!?;:~…，。！？；：～、\\n]'

/** A whole line of clauses: each is a cue, a filler or signs alone, and at least one is a cue. */
function wholeLine(cues: readonly string[], fillers: readonly string[], refused?: string): string {
  const refusal = refused === undefined ? '' : `(?![^]*(?:${refused}))`
  const clause = `\\s*(?:${[...cues, ...fillers].join('|')})\\s*[\\p{S}\\p{M}\\u200d]*\\s*|[\\s\\p{S}\\p{M}\\u200d]*`
  return `^${refusal}(?=[^]*(?:${cues.join('|')}))(?:(?:${clause})(?:${END}+|$))+$`
}

const GREET_ZH = [
  '亲(?:爱的)?', '(?:亲[ ]?)?[您你]好[啊呀]?', '(?:[早晚]上|[上下]午)好', '好的?[呢哦哒]?', '嗯+', '收到', '谢谢[您你]?的?(?:理解|耐心|等待)?',
]
const GREET_EN = [
  '(?:hi|hello|dear|ok(?:ay)?|sure|thanks|thank you|please|no problem|there)(?: there| dear)?',
  'thank you for your (?:patience|understanding)',
]

const SORRY_ZH = [
  '(?:亲|真的?|非常|实在|十分|很|太|深表|是?我们|我)*(?:抱歉|对不起|不好意思)[啊呀哦呢了哈亲您你]{0,3}' +
    '(?:让[您你]?久?等' + IN + '{0,8}|回复' + IN + '{0,3}[慢晚]' + IN + '{0,3}|刚才' + IN + '{0,4}(?:忙|漏看)' + IN + '{0,8})?',
  '(?:真的?|很|非常|实在|抱歉|不好意思|对不起|还是)*[给对]?[您你]?(?:带来|造成|添)了?' + IN + '{0,4}(?:不便|困扰|麻烦|误会|体验)了?' + IN + '{0,10}',
  '让?[您你]?久等了?[啊呀哦亲]?(?:[又还]' + IN + '{2,6})?', '让[您你](?:等着急|等久|失望|担心|费心|受气)了', '回复' + IN + '{0,3}[慢晚]了?',
  '(?:是|这是)?我们?的?(?:疏忽|过错|失误|没做好' + IN + '{0,5})', '耽误[您你]的?时间了?',
]
const SORRY_EN = [
  '(?:(?:i|we)(?: a|[’\']?)[mr]e? )?(?:my |our |so |very |truly |really |sincere |deepest )*' +
    '(?:sorry|apologies|apologi[sz]e)' +
    '(?: (?:(?:for|about) (?:the|this|my|any|all) (?:' + IN + '{0,12} )?' +
    '(?:wait|waiting|delay|trouble|inconvenience|reply|response)' +
    '|(?:for keeping|to keep|to have kept) you waiting|that you had to wait' +
    '|for (?:replying|answering) (?:so )?late)' + IN + '{0,20})?',
  'i (?:do )?apologi[sz]e',
]

const HOLD_ZH = [
  IN + '{0,12}(?:稍等|稍候|等一下|等下|等一会|等会|等我|片刻)' + IN + '{0,10}',
  IN + '{0,10}(?:(?:咨询|排队|客户|朋友)' + IN + '{0,8}|人(?:比较|有点|很|太|好)?)多' + IN + '{0,4}',
  IN + '{0,6}马上就?(?:到[您你]|来|好|回来|回复|回[您你]|答复|处理|为[您你](?:处理|解答|服务)|给[您你](?:回复|答复|处理))' + IN + '{0,5}',
  '我?(?:正在?|在)(?:按|逐|处理|帮[您你]处理|为[您你]处理|看(?:[您你]|$|(?=' + END + '))|努力|跟进)' + IN + '{0,10}',
  IN + '{0,10}(?:问题|消息|留言|图片|照片|信息)' + IN + '{0,6}(?:看到|收到|记下)了?',
  '还在' + IN + '{0,2}(?:核对|查|等|确认|处理)' + IN + '{0,8}', '请?再?(?:给|容)我' + IN + '{0,4}(?:分钟|时间)',
  '(?:会|我会)?(?:按顺序|逐一|一条一条|一个一个)' + IN + '{0,8}',
  '(?:别|不要)着?急', '(?:现在|目前)?(?:咨询|消息)量(?:比较|有点|很|太)?[大多]', '还需要' + IN + '{0,6}时间', '我没有离开', '(?:请)?耐心' + IN + '{0,8}',
  '有(?:结果|消息|进展)' + IN + '{0,10}(?:告诉|回复|通知|联系)[您你]', '(?:我会?|一会|稍后)' + IN + '{0,6}(?:回复|答复)[您你]',
]
const HOLD_EN = [
  '(?:please )?(?:wait |give me |hold on )?(?:just |for )*(?:one|an?) (?:moment|second|sec|minute)' + IN + '{0,10}',
  '(?:please )?(?:bear with (?:me|us)|hold on|wait)' + IN + '{0,25}', 'thank you for waiting',
  IN + '{0,20}\\b(?:be|get)(?: right)?(?: back)? (?:with|to) you' + IN + '{0,20}',
  IN + '{0,12}be (?:right )?back' + IN + '{0,25}',
  IN + '{0,10}many (?:customers|people|questions)' + IN + '{0,30}',
  '(?:please )?(?:give|allow) me' + IN + '{0,12} minutes?',
  'i(?:[’\']m| am)?(?: still)? (?:working|looking)' + IN + '{0,25}',
  '(?:i|we)(?: will|[’\']ll) (?:answer|reply)' + IN + '{0,30}',
]

// 查 with a result behind it ("查到", "查了") tells one.
const LOOK_ZH = [
  IN + '{0,10}(?:我|[帮为给替向和跟][您你]?|这边)' + IN + '{0,12}?(?:查(?!询?[到过了完出好得明]|看[到过了])|核[实对查](?!过|完|[了到])|' +
    '(?:问|看|了解|确认|催)(?:一?下|一问|一看)|联系(?:仓库|快递|网点|财务|派送))' + IN + '{0,8}\\d{0,20}' + IN + '{0,12}',
  IN + '{0,4}(?:去|正在)' + IN + '{0,4}(?:查(?:询|看)?|核[实对])(?:一下|下|中|您的)' + IN + '{0,10}',
  '(?:查|问)到了?' + IN + '{0,4}(?:告诉|回复|联系|通知)[您你]',
]
const BACK_ZH = [
  IN + '{0,10}(?:分钟|小时)内?' + IN + '{0,4}(?:回复|告诉|答复|回|联系|给)[您你]?' + IN + '{0,8}', '马上' + IN + '{0,3}(?:告诉|回复)[您你]',
]
const LOOK_EN = [
  '(?:please )?(?:let me|i(?:[’\']ll| will|[’\']m| am)(?: just| now| going to)*|allow me to) (?:quickly )?' +
    '(?:check|checking|look into|look it up|looking into|look up' +
    '|find out|finding out|verify|verifying|ask|asking|have a look)' + IN + '{0,50}',
  '(?:just )?checking' + IN + '{0,40}',
]

const OPEN_ZH = [
  '(?:亲|[您你]好|早上好|晚上好)?' + IN + '{0,2}我是' + IN + '{0,12}(?:客服|顾问|导购|专员|小\\p{Script=Han}|[为]您服务)' + IN + '{0,6}',
  IN + '{0,6}(?:很?高兴|竭诚|开心)' + IN + '{0,4}服务',
  '(?:请问)?' + IN + '{0,6}(?<!还)(?<!没)有(?:什么|啥)' + IN + '{0,4}(?:帮|需要|服务|效劳)' + IN + '{0,8}',
  '(?:请问)?[您你]?(?:今天)?(?:需要|想要?)(?:看点?|了解|咨询|买|问)?些?点?(?:什么|哪款|啥)' + IN + '{0,6}', '欢迎(?:光临|来到|回来)' + IN + '{0,10}',
  '(?:我)?在的[哦呢亲]?', '[您你]?请[您你]?(?:说|讲|问|直接说)', IN + '{0,20}[您你]好[啊呀]?', '我是\\p{Script=Han}{1,4}', '亲?在呢?的?',
]
const OPEN_EN = [
  '(?:(?:hi|hello)[ ]?' + IN + '{0,12} )?' +
    '(?:this is|my name is|i(?:[’\']m| am)) \\p{L}+(?: (?:from|of|at) ' + IN + '{0,25}| here)?',
  '\\p{L}+ (?:here|speaking)',
  '(?:what|how) (?:can|may) (?:i|we) (?:do|help)' + IN + '{0,25}', 'welcome(?: back)?(?: to ' + IN + '{0,25})?',
  'good (?:morning|afternoon|evening)' + IN + '{0,12}', '(?:hi|hello)(?: \\p{L}+)?', 'glad to help' + IN + '{0,10}',
]

const CLOSE_ZH = [
  IN + '{0,6}还有(?:没有)?(?:其他|什么|别的)' + IN + '{0,6}(?:帮|需要|问题|疑问)' + IN + '{0,8}',
  '(?:那|也)?(?:就)?祝(?:[您你]|生活|购物|愉快)' + IN + '{0,14}',
  '(?:欢迎|期待)[您你]?' + IN + '{0,3}(?:下次|再次|再来|常来|给|光临)' + IN + '{0,8}',
  '(?:非常)?(?:感谢|谢谢)[您你]?的?(?:咨询|光临|惠顾|支持|信任|选择|时间)' + IN + '{0,8}',
  IN + '{0,6}(?:注意保暖|注意身体|早点休息)', '再见|拜拜|晚安|下次见|回头见',
  '(?:后续|以后|之后)?有(?:任何)?(?:需要|问题|疑问|事)' + IN + '{0,6}(?:随时|再|都可以)?(?:找|联系|咨询|问|来)' + IN + '{0,8}',
  '随时(?:找|联系|来找|咨询)' + IN + '{0,8}', IN + '{0,8}(?:好评|五星|评价一下|给个评价)' + IN + '{0,6}', '(?:我)?先?不打扰[您你]?了?',
  '生活愉快|购物愉快|不客气' + IN + '{0,3}',
]
const CLOSE_EN = [
  '(?:is there )?anything else' + IN + '{0,30}',
  '(?:have|wish you) a (?:nice|good|great|lovely|wonderful) ' + IN + '{0,15}',
  '(?:good)?bye(?: bye)?|take care|see you' + IN + '{0,12}',
  'thank you for (?:your (?:order|time|visit|support|purchase)|shopping' +
    '|choosing|contacting|visiting|asking)' + IN + '{0,20}',
  '(?:please )?feel free to (?:write|contact|ask|message)' + IN + '{0,25}',
  'you(?:[’\']re| are)(?: most| very)? welcome',
]

const DAYS_ZH = '(?:下单|拍下|付款|收到|寄回|寄出)后|[一两二三四五六七八九十几\\d][到至\\-~]?\\d*个?(?:天|工作日|周)|吗[\\s\\p{P}]*$'
const DAYS_EN = '(?:\\d|one|two|three|five|few) ?(?:working |business )?(?:days?|weeks?)\\b'

/**
 * The built-in patterns for the kind of an agent's line; flags `iu`, the first that matches decides,
 * other text is an answer. (T12)
 * The stage of the script a line came from, where there is one, goes before them.
 */
export const DEFAULT_LINE_PATTERNS: readonly DefaultLinePattern[] = [
  {
    kind: 'look_up',
    pattern: wholeLine(LOOK_ZH, [...GREET_ZH, ...SORRY_ZH, ...HOLD_ZH, ...BACK_ZH], DAYS_ZH),
    examples: [
      '我帮您查一下', '好的，我帮您查一下，请稍等', '亲，我看一下物流哦', '稍等，我去核实一下', '我问一下仓库，马上回复您', '我这边帮您确认一下库存~',
      '正在查询中，请稍等', '抱歉让您久等了，我马上帮您查', '我联系快递网点，两小时内回复您', '给您查下订单，两分钟内回复您。', '好的😊，我帮您看下',
    ],
    counterExamples: [
      '我帮您查了，已经到杭州了', '我帮您查一下，M码有现货', '查到了，今天派送', '帮您核对一下地址：浙江省杭州市', '需要我帮您查一下吗？', '您可以在订单页查看物流',
      '我看了一下这款有货', '麻烦您核对一下款式和尺码', '我帮您查询到包裹在转运中心', '我查一下，大概3天到', '订单可以查，放心', '好的，拍下后我帮您核对地址',
    ],
  },
  {
    kind: 'look_up',
    pattern: wholeLine(LOOK_EN, [...GREET_EN, ...SORRY_EN, ...HOLD_EN], DAYS_EN),
    examples: [
      'Let me check.', 'Let me check order 2026112012345678 for you. One moment, please.', 'Sure, I’ll look into it',
      'I am checking where your parcel is.',
      "OK, I'll ask the warehouse, please wait", 'Sorry for the delay, let me look into this.',
    ],
    counterExamples: [
      'I checked: it arrives tomorrow', 'Let me check, yes, M is in stock', 'You can check it on the order page',
      'I will ask for 3 days more', 'Please check your address',
    ],
  },
  {
    kind: 'apology',
    pattern: wholeLine(SORRY_ZH, [...GREET_ZH, ...HOLD_ZH]),
    examples: [
      '抱歉', '非常抱歉让您久等了', '亲，不好意思，让您久等了', '对不起，回复慢了', '给您带来不便，真的很抱歉', '实在抱歉，回复慢了，耽误您的时间。', '久等了亲',
      '不好意思刚才咨询太多了', '很抱歉给您添麻烦了', '抱歉让您久等，马上为您处理',
    ],
    counterExamples: [
      '抱歉，这款没有M码了', '不好意思，这个颜色断货了，燕麦色有货', '很抱歉，退款要三天到账', '抱歉让您久等，您的包裹今天派送', '您不用抱歉', '抱歉，是我们发错了，今天补发',
      '对不起，运费我们承担',
    ],
  },
  {
    kind: 'apology',
    pattern: wholeLine(SORRY_EN, [...GREET_EN, ...HOLD_EN], DAYS_EN),
    examples: [
      "I'm so sorry", 'Sorry for the wait!', 'My apologies for the slow reply.',
      'We are truly sorry for the inconvenience.', 'Sorry to have kept you waiting, one moment please',
    ],
    counterExamples: [
      'Sorry, we are out of M', 'Sorry about the flaw, we refund it', 'I am sorry that it broke. We send a new one.',
      'Sorry for the delay, it ships today', 'No need to be sorry',
    ],
  },
  {
    kind: 'holding',
    pattern: wholeLine(HOLD_ZH, [...GREET_ZH, ...BACK_ZH], DAYS_ZH),
    examples: [
      '稍等', '请稍等', '亲，请稍等一下哦', '好的，稍等片刻~', '现在咨询的朋友比较多，我正在按顺序回复，马上就到您，请稍等一下。', '马上来', '您的问题我看到了，正在处理',
      '给我两分钟', '咨询量大，人比较多，请耐心等待', '别着急，我正在处理', '还需要一点时间，有结果第一时间告诉您', '等我一下',
    ],
    counterExamples: [
      'L码有现货，请稍等', '马上给您发货', '请稍等三天，物流会更新的', '仓库今天收到了', '不用等，现在就能退', '退款已提交，请耐心等3到5个工作日', '稍等，退款原路退回，地址填这个',
      '明天发货', '要等一下吗？',
    ],
  },
  {
    kind: 'holding',
    pattern: wholeLine(HOLD_EN, GREET_EN, DAYS_EN),
    examples: [
      'One moment please', 'Just a moment, dear', 'Please bear with me.',
      'Hello, many customers are writing right now. I will answer you very soon.', 'Please give me two minutes.',
      'Hold on, I will be right back', 'I am still working on it',
    ],
    counterExamples: [
      'It ships in a moment of two days', 'Please wait 3 days for the refund', 'M is in stock, one moment',
      'The refund is working now', 'Please allow 5 working days',
    ],
  },
  {
    kind: 'closing',
    pattern: wholeLine(CLOSE_ZH, GREET_ZH),
    examples: [
      '请问还有其他可以帮到您的吗？', '感谢您的咨询，祝您生活愉快', '好的，有需要随时找我', '欢迎下次光临，再见', '不客气，祝您购物愉快~', '谢谢您的支持，麻烦给个评价哦', '我先不打扰您了，有问题随时联系我',
    ],
    counterExamples: ['还有M码，要吗', '有问题可以7天内退货', '祝福卡已经放进包裹', '退款成功了，祝您愉快', '感谢您的耐心，包裹今天到', '评价后返现已取消'],
  },
  {
    kind: 'closing',
    pattern: wholeLine(CLOSE_EN, GREET_EN),
    examples: [
      'Is there anything else I can do for you?', 'Thank you for your order. Have a nice day!', 'Bye, take care',
      "You're welcome!", 'Please feel free to write again.',
    ],
    counterExamples: [
      'Have a look at the grey one', 'Thank you for your order, it ships today',
      'Anything above 299 is free of postage. M fits you.',
    ],
  },
  {
    kind: 'opening',
    pattern: wholeLine(OPEN_ZH, [...GREET_ZH, ...SORRY_ZH]),
    examples: [
      '您好', '在的', '亲，在的，请问有什么可以帮您？', '您好，我是云朵小铺的客服小安，请问今天想看点什么呢？', '欢迎光临云朵小铺，很高兴为您服务', '晚上好，我是小林，请问需要什么帮助', '你好呀',
      '抱歉让您久等了，我是客服阿杰，请问有什么需要？',
    ],
    counterExamples: ['您好，有现货的', '在的，M码还有两件', '我是说这款有货', '您好，退款三天到', '您好，没有什么需要补的', '您需要什么尺码，我这边M有货'],
  },
  {
    kind: 'opening',
    pattern: wholeLine(OPEN_EN, [...GREET_EN, ...SORRY_EN]),
    examples: [
      'Hello!', 'Hi there, this is Ann from Cloud Shop. What can I do for you?', 'Good morning, how may I help you?',
      'Welcome back. Ann here. How can I help?', 'Hello Lily',
    ],
    counterExamples: ['Hello, yes, M is in stock', 'Hi, it ships today', 'This is wool and silk'],
  },
]
