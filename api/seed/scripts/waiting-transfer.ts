import { seedScripts } from '../seed-script.ts'

/** Holding lines: due when no answer is possible in time (T3); they never end the wait (T12). */
export const waitingScripts = seedScripts('waiting', [
  {
    code: 'dd01',
    tags: ['稍等', '咨询量大'],
    zh: ['咨询较多请稍等', '{{customer.name|亲}}，现在咨询的朋友比较多，我正在按顺序回复，马上就到您，请稍等一下。'],
    en: [
      'Many customers now',
      'Many customers are writing right now, {{customer.name|dear}}. I will answer you very soon.',
    ],
  },
  {
    code: 'dd02',
    tags: ['稍等'],
    zh: ['正在处理请稍等', '您的问题我看到了，正在处理，请给我两分钟，马上回来找您。'],
    en: ['Working on it', 'I have seen your question and am working on it. Please give me two minutes.'],
  },
  {
    code: 'dd03',
    tags: ['稍等', '多个问题'],
    zh: ['问题较多逐条回复', '您提的几个问题我都记下了，会一条一条回复您，请稍等片刻。'],
    en: ['Several questions', 'I have noted all your questions and will answer them one by one. One moment, please.'],
  },
  {
    code: 'dd04',
    tags: ['稍等', '再次'],
    zh: ['还需要一点时间', '让您等着急了，还需要一点时间，我没有离开，有结果第一时间告诉您。'],
    en: ['A little longer', 'Thank you for waiting. I am still on it and will tell you as soon as I have the result.'],
  },
  {
    code: 'dd05',
    tags: ['稍等', '高峰'],
    zh: ['大促高峰', '活动期间咨询量大，回复会稍慢一点，但每一条我都会看到并回复您，感谢您的耐心。'],
  },
  {
    code: 'dd06',
    tags: ['稍等', '图片'],
    zh: ['正在看图片', '您发来的图片我收到了，正在放大细看，请稍等一会儿。'],
  },
])

/** Look-up lines: each is a promise with a timer (T8). */
export const lookUpScripts = seedScripts('look_up', [
  {
    code: 'cx01',
    tags: ['查询', '订单'],
    zh: ['查订单', '好的，我帮您查一下订单{{order.number}}的情况，两分钟内回复您。'],
    en: ['Checking the order', 'Let me check order {{order.number}} for you. I will be back within two minutes.'],
  },
  {
    code: 'cx02',
    tags: ['查询', '物流'],
    scene: 'logistics',
    zh: ['查物流', '我现在帮您查询包裹走到哪里了，请稍等，两分钟内给您消息。'],
    en: ['Checking the parcel', 'I am checking where your parcel is. Please allow me two minutes.'],
  },
  {
    code: 'cx03',
    tags: ['查询', '库存'],
    scene: 'stock',
    zh: ['查库存', '这个颜色和尺码我去仓库系统核实一下，请稍等，马上告诉您。'],
    en: ['Checking the stock', 'Let me check this colour and size with the warehouse. One moment, please.'],
  },
  {
    code: 'cx04',
    tags: ['查询', '仓库'],
    zh: ['向仓库核实', '这个细节我需要请仓库同事看实物，{{promise.time|两小时内}}给您答复，您先忙，我会主动联系您。'],
    en: [
      'Asking the warehouse',
      'I am asking the warehouse to look at the item and will write to you {{promise.time|within two hours}}.',
    ],
  },
  {
    code: 'cx05',
    tags: ['查询', '退款'],
    scene: 'refund',
    zh: ['查退款进度', '我向财务核对一下这笔退款走到哪一步了，{{promise.time|半小时内}}回复您，请放心。'],
    en: [
      'Checking the refund',
      'I am asking finance about this refund and will answer you {{promise.time|within half an hour}}.',
    ],
  },
  {
    code: 'cx06',
    tags: ['查询', '快递'],
    scene: 'logistics',
    zh: ['联系快递网点', '我来联系派送网点确认情况，{{promise.time|两小时内}}把结果告诉您。'],
  },
  {
    code: 'cx07',
    tags: ['查询', '尺寸'],
    scene: 'size',
    zh: ['实测尺寸', '我请仓库同事拿这个码平铺量一下，{{promise.time|半小时内}}把肩宽和衣长发给您。'],
  },
])

/** Transfer lines: one short line before the customer is passed on (M8, L3, K15). */
export const transferScripts = seedScripts('transfer', [
  {
    code: 'zj01',
    tags: ['转接', '售后'],
    zh: ['转售后专员', '这个问题由售后专员处理会更快，我现在为您转接，之前的聊天记录对方都能看到，您不用再说一遍。'],
    en: [
      'To after-sale',
      'Our after-sale colleague can solve this faster. I am passing you on; they can read everything above.',
    ],
  },
  {
    code: 'zj02',
    tags: ['转接', '售前'],
    zh: ['转售前导购', '选款搭配我们有专门的导购同事，我请{{colleague.name|导购同事}}来接待您，请稍等片刻。'],
  },
  {
    code: 'zj03',
    tags: ['转接', '忙'],
    zh: ['接待量大转空闲同事', '为了不让您久等，我请现在有空的同事{{colleague.name|客服同事}}继续为您服务，您的情况我已交代清楚。'],
    en: [
      'To a free colleague',
      'So that you need not wait, {{colleague.name|a free colleague}} will go on from here and knows your case.',
    ],
  },
  {
    code: 'zj04',
    tags: ['转接', '主管'],
    zh: ['升级主管', '您的情况我已经报给主管{{colleague.name|主管}}，{{promise.time|两小时内}}联系您，我也会一直跟进。'],
    en: [
      'To the supervisor',
      'I have told {{colleague.name|our supervisor}}, who will contact you {{promise.time|within two hours}}.',
    ],
  },
  {
    code: 'zj05',
    tags: ['转接', '英文'],
    zh: ['转外语客服', '为了沟通更顺畅，我请会英文的同事来接待您，马上就到。'],
    en: [
      'To an English speaker',
      'A colleague who speaks English will be with you in a moment. Thank you for waiting.',
    ],
  },
])
