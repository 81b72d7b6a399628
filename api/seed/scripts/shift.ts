import { seedScripts } from '../seed-script.ts'

/** Meal break: auto-reply and the line before a transfer (M8–M10). */
export const mealScripts = seedScripts('meal', [
  {
    code: 'yc01',
    tags: ['就餐', '自动回复'],
    zh: ['就餐自动回复', '您好，我正在轮换用餐，同事会先接待您。您的消息都在，请把问题留在这里，很快回复。'],
    en: [
      'Meal auto-reply',
      'Hello, I am on my meal break and a colleague will look after you. Please leave your question here.',
    ],
  },
  {
    code: 'yc02',
    tags: ['就餐', '转接'],
    zh: ['就餐转接', '我要去轮换用餐了，请{{colleague.name|同事}}继续为您服务，您说过的内容对方都看得到。'],
    en: [
      'Transfer at meal time',
      'I am leaving for my meal break. {{colleague.name|A colleague}} goes on and can read everything above.',
    ],
  },
  {
    code: 'yc03',
    tags: ['就餐', '回来'],
    zh: ['用餐回来', '{{customer.name|亲}}，我回来了，您中间发来的消息我都看了，现在接着为您处理。'],
  },
  {
    code: 'yc04',
    tags: ['暂离', '自动回复'],
    zh: ['短暂离席', '您好，我暂时离开几分钟，您的消息会保留，回来第一时间回复您。着急的话同事也能帮您。'],
  },
])

/** What the agent going off duty says (H2). */
export const handoverGiveScripts = seedScripts('handover_give', [
  {
    code: 'jb01',
    tags: ['交班'],
    zh: ['交班告知', '{{customer.name|亲}}，我马上下班了，您的情况已写好交给{{colleague.name|晚班同事}}，十分钟内会主动联系您。'],
    en: [
      'Handing over',
      'My shift ends now. {{colleague.name|My colleague}} has all notes and will contact you within ten minutes.',
    ],
  },
  {
    code: 'jb02',
    tags: ['交班', '承诺'],
    zh: ['有承诺未完成', '我答应您的那件事，已连同时间一起交给{{colleague.name|接班同事}}，会按约定时间回复您。'],
    en: [
      'A promise travels on',
      'What I promised you goes to {{colleague.name|my colleague}} with its time. You will hear as agreed.',
    ],
  },
  {
    code: 'jb03',
    tags: ['交班', '开会'],
    zh: ['临时开会', '我要去参加一个短会，这段时间请{{colleague.name|同事}}接待您，内容都已交接，您接着说就好。'],
  },
  {
    code: 'jb04',
    tags: ['交班', '末班'],
    zh: ['末班结束', '今天的服务时间快结束了，您还有什么想问的现在告诉我；之后的留言明早上班第一时间回复您。'],
    en: [
      'Last shift ends',
      'We close soon. Please tell me what is still open; later messages are answered first thing tomorrow.',
    ],
  },
])

/** What the counterpart says on taking over (H3, H7, T6). */
export const handoverTakeScripts = seedScripts('handover_take', [
  {
    code: 'jj01',
    tags: ['接班'],
    zh: ['接班问候', '{{customer.name|亲}}您好，我是接班客服{{agent.name|小安}}，前面的聊天我都看过了，接下来由我为您跟进。'],
    en: [
      'Taking over',
      'Hello {{customer.name|there}}, {{agent.name|Ann}} here, I took over and have read it all. I go on from here.',
    ],
  },
  {
    code: 'jj02',
    tags: ['接班', '承诺'],
    zh: ['接班跟进承诺', '您好，我是{{agent.name|小安}}，上一班同事答应您的事我接手了，{{promise.time|两小时内}}给您答复。'],
    en: [
      'Following up a promise',
      'Hello, {{agent.name|Ann}} here. I now look after the promise made to you: {{promise.time|within two hours}}.',
    ],
  },
  {
    code: 'jj03',
    tags: ['接班', '有进展'],
    zh: ['接班带来进展', '您好，我是接班客服{{agent.name|小安}}，您之前问的事有消息了，我把结果整理给您。'],
  },
  {
    code: 'jj04',
    tags: ['接班', '确认'],
    zh: ['接班确认是否解决', '您好，我是{{agent.name|小安}}，接手您的咨询。看记录问题已有方案，想和您确认一下是否都清楚了？'],
  },
])

/** Answers to messages left outside opening hours (D11, D12). */
export const leftMessageScripts = seedScripts('left_message', [
  {
    code: 'ly01',
    tags: ['留言', '已读'],
    zh: ['回复夜间留言', '{{customer.name|亲}}早上好，我是客服{{agent.name|小安}}，您昨晚的留言我看到了，已经开始处理，有结果马上告诉您。'],
    en: [
      'Message from the night',
      'Good morning, {{agent.name|Ann}} here. I read your message of last night and am working on it now.',
    ],
  },
  {
    code: 'ly02',
    tags: ['留言', '已处理'],
    zh: ['留言已处理', '您好，我是{{agent.name|小安}}，您的留言已读，订单{{order.number}}已按您的要求备注好，请放心。'],
    en: [
      'Done as you asked',
      'Hello, {{agent.name|Ann}} here. I read your message; order {{order.number}} is noted as you asked.',
    ],
  },
  {
    code: 'ly03',
    tags: ['留言', '非服务时间'],
    zh: ['非服务时间提示', '您好，现在是休息时间，服务时间为每天9点到23点。请留下问题和订单号，上班后第一时间回复您。'],
    en: [
      'Outside opening hours',
      'We are open from 9:00 to 23:00. Please leave your question and order number, we answer first thing.',
    ],
  },
  {
    code: 'ly04',
    tags: ['留言', '催件'],
    zh: ['留言催件', '您好，我是{{agent.name|小安}}，看到您留言问包裹，我已联系快递，{{promise.time|两小时内}}给您消息。'],
  },
  {
    code: 'ly05',
    tags: ['留言', '感谢'],
    zh: ['留言致谢', '您好，我是{{agent.name|小安}}，您的留言和建议我读了，已转给负责的同事，谢谢您愿意花时间告诉我们。'],
  },
])
