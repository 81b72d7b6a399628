import { seedScripts } from '../seed-script.ts'

/** Apology lines: due after a late answer or a long wait (T4, T10); they never end the wait (T12). */
export const apologyScripts = seedScripts('apology', [
  {
    code: 'bq01',
    tags: ['抱歉', '久等'],
    zh: ['让您久等', '{{customer.name|亲}}，非常抱歉让您久等了，我现在专心为您处理。'],
    en: ['Sorry for the wait', 'I am sorry that you had to wait, {{customer.name|dear}}. I am all yours now.'],
  },
  {
    code: 'bq02',
    tags: ['抱歉', '超时'],
    zh: ['超过三分钟', '实在抱歉，回复慢了，耽误您的时间。您的问题我正在看，马上答复。'],
    en: ['Three minutes passed', 'My apologies for the slow reply. I am looking at your question right now.'],
  },
  {
    code: 'bq03',
    tags: ['抱歉', '不便'],
    zh: ['造成不便', '给您带来不便，真的很抱歉，这是我们没做好的地方。'],
    en: ['Inconvenience', 'We are truly sorry for the trouble this has caused you. We should have done better.'],
  },
  {
    code: 'bq04',
    tags: ['抱歉', '漏看'],
    zh: ['漏看消息', '抱歉，刚才漏看了您的这条消息，是我的疏忽，现在马上补上。'],
    en: ['Message overlooked', 'I am sorry, I overlooked your message. That was my mistake, I am on it now.'],
  },
  {
    code: 'bq05',
    tags: ['抱歉', '答错'],
    zh: ['更正说错的', '抱歉，我前面说得不准确，以这一条为准，给您造成误会了。'],
  },
  {
    code: 'bq06',
    tags: ['抱歉', '理解'],
    zh: ['理解您的心情', '换作是我也会着急，很抱歉让您有这样的体验，谢谢您愿意告诉我们。'],
    en: ['I understand', 'I would be upset too. I am sorry for this experience, and thank you for telling us.'],
  },
])

/** Complaint lines: empathy, a promise with a time, never a defence (D4, D9, D10, K2–K4, K14). */
export const complaintScripts = seedScripts('complaint', [
  {
    code: 'ts01',
    tags: ['投诉', '安抚'],
    zh: ['先倾听', '我明白您现在很生气，换谁都会这样。请您把经过告诉我，我一条一条记下来，负责跟到底。'],
    en: [
      'Listen first',
      'I understand you are upset, anyone would be. Please tell me what happened; I note it all down.',
    ],
  },
  {
    code: 'ts02',
    tags: ['投诉', '首次反馈'],
    zh: ['两小时内反馈', '您的投诉我已登记并交给主管，{{promise.time|两小时内}}给您第一次反馈，期间有进展我主动联系您。'],
    en: [
      'First feedback',
      'Your complaint is recorded and with my supervisor. You will hear from us {{promise.time|within two hours}}.',
    ],
  },
  {
    code: 'ts03',
    scene: 'quality',
    tags: ['投诉', '质量'],
    zh: ['质量投诉', '衣服出现这样的问题，是我们没把好关，很抱歉。请发我清晰照片，{{promise.time|24小时内}}给您处理方案。'],
    en: [
      'Product quality',
      'I am sorry, we should have caught this. Please send photos; you get a plan {{promise.time|within 24 hours}}.',
    ],
  },
  {
    code: 'ts04',
    scene: 'logistics',
    tags: ['投诉', '物流'],
    zh: ['物流投诉', '包裹迟迟没到，让您担心了。我现在联系快递核实，{{promise.time|四小时内}}告诉您结果和解决办法。'],
    en: [
      'Logistics',
      'I am sorry it is late. I am asking the courier and tell you the result {{promise.time|within four hours}}.',
    ],
  },
  {
    code: 'ts05',
    tags: ['投诉', '态度'],
    zh: ['服务态度投诉', '接待让您不舒服，我代表团队向您道歉。聊天记录我会请主管复查，{{promise.time|两小时内}}给您说法。'],
    en: [
      'Service attitude',
      'I am sorry for how you were treated. My supervisor reviews it and replies {{promise.time|within two hours}}.',
    ],
  },
  {
    code: 'ts06',
    tags: ['投诉', '方案'],
    zh: ['提出方案并征求同意', '核实下来责任在我们。我们的方案是退还差价并补寄一件，运费由我们承担，您看这样可以接受吗？'],
    en: [
      'Proposing a plan',
      'It was our mistake. We offer to send a new one and pay the postage. Would that be all right for you?',
    ],
  },
  {
    code: 'ts07',
    tags: ['投诉', '建议'],
    zh: ['感谢批评建议', '谢谢您的批评，说得很中肯。我已经转给商品部，有结果我会告诉您。'],
    en: [
      'Thanks for criticism',
      'Thank you for your honest words. I have passed them to our product team and will keep you informed.',
    ],
  },
  {
    code: 'ts08',
    tags: ['投诉', '平台介入'],
    zh: ['客户要找平台', '您有权这样做，我尊重您的决定。也请给我一次机会，{{promise.time|两小时内}}我把方案交给您，您再考虑。'],
  },
  {
    code: 'ts09',
    tags: ['投诉', '回访'],
    zh: ['投诉回访', '{{customer.name|亲}}，之前的投诉处理完几天了，想问问您结果是否满意？还有哪里需要我们改进？'],
  },
])
