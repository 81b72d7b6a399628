import type { KnowledgeCase } from '../../domain/entities/script.ts'
import type { ScriptScene } from './seed-script.ts'

/** S4: a question of the trial shop as it is written down. */
export interface DemoKnowledge {
  readonly key: string
  readonly lang: 'zh' | 'en'
  readonly scene: ScriptScene
  readonly question: string
  readonly solution: string
  readonly tags: readonly string[]
  readonly cases: readonly Omit<KnowledgeCase, 'pictureIds'>[]
  readonly mistakes: readonly string[]
  /** S7: ways of asking that are answered by themselves; null = a person answers. */
  readonly asked: readonly string[] | null
}

const zh = (
  key: string, scene: ScriptScene, question: string, solution: string,
  { tags = [], cases = [], mistakes = [], asked = null }: Partial<Pick<DemoKnowledge, 'tags' | 'cases' | 'mistakes' | 'asked'>>,
): DemoKnowledge => ({ key, lang: 'zh', scene, question, solution, tags, cases, mistakes, asked })

/** A dozen questions, some of which the web chat answers by itself. */
export const DEMO_KNOWLEDGE: readonly DemoKnowledge[] = [
  zh('k-invoice', 'invoice', '怎么开发票', '在“我的订单”里打开这笔订单，点“申请发票”，填好抬头就可以。电子发票一般在确认收货后 24 小时内发到您填的邮箱。', {
    tags: ['发票', '抬头', '税号'],
    cases: [
      { title: '个人发票', solution: '抬头填您的姓名或“个人”，不需要税号。电子发票会发到您填写的邮箱。' },
      { title: '公司发票', solution: '抬头填公司全称，并填 18 位统一社会信用代码。需要专用发票的，请再提供开户行、账号、地址和电话。' },
      { title: '抬头写错了', solution: '电子发票当月可以作废重开：请把正确的抬头和税号发给我，我来提交，24 小时内重发到您的邮箱。' },
    ],
    mistakes: ['没有问清是个人还是公司就开票', '把订单号当成税号', '已经申请退款的订单又去开票'],
    asked: ['发票怎么开', '可以开发票吗', '能开发票吗', '有发票吗', '开发票在哪里', '发票在哪里申请', '怎么申请发票'],
  }),
  zh('k-ship-time', 'shipping', '什么时候发货', '现货商品付款后 48 小时内发出，预售商品按商品页写明的时间发出。发出后会有短信通知，您也可以在订单里看到快递单号。', {
    tags: ['发货', '多久'], mistakes: ['没有看是不是预售就说 48 小时', '答应顾客具体哪天到货'],
    cases: [
      { title: '现货', solution: '付款后 48 小时内发出。' },
      { title: '预售', solution: '按商品页写明的发货时间，一般比写明的日期略早。' },
      { title: '拍下没付款', solution: '库存以付款为准，付款后才开始安排发货。' },
    ],
    asked: ['多久发货', '几天发货', '什么时候能发货', '什么时候可以发货', '拍下多久发货', '付款后多久发货'],
  }),
  zh('k-courier', 'shipping', '发什么快递', '默认发中通或圆通，由仓库按地区安排。需要指定快递的，请在下单时备注，我们会尽量按备注发出。', {
    tags: ['快递', '物流'], mistakes: ['承诺一定发某家快递'], cases: [{ title: '要发顺丰', solution: '可以补运费差价改发顺丰，需要您同意后我来改地址单。' }],
    asked: ['用什么快递', '发哪家快递', '是什么快递', '走什么快递', '快递是哪家'],
  }),
  zh('k-cod', 'cash_on_delivery', '支持货到付款吗', '目前不支持货到付款。可以用支付宝、微信或银行卡付款，付款后由平台保管，确认收货后才付给我们。', {
    tags: ['付款方式'], asked: ['可以货到付款吗', '能货到付款吗', '有货到付款吗'],
  }),
  zh('k-return', 'return', '怎么退货', '签收后 7 天内、吊牌完好、不影响再次销售，都可以退。在订单里点“申请退货”，审核通过后按页面上的地址寄回，并把快递单号填上。', {
    tags: ['七天无理由', '退换'],
    cases: [
      { title: '不喜欢、不合适', solution: '7 天内申请，运费由您承担；有运费险的由保险赔付。' },
      { title: '质量问题', solution: '请拍下有问题的地方，运费由我们承担，请选“质量问题”申请。' },
      { title: '已经超过 7 天', solution: '先看看商品的情况，我来帮您和售后同事商量，当天给您答复。' },
    ],
    mistakes: ['没有问退货原因', '让顾客先寄回再申请', '没有提醒填快递单号'],
    asked: ['退货怎么操作', '如何申请退货', '退货流程'],
  }),
  zh('k-refund-time', 'refund', '退款多久到账', '仓库收到退货并检查后，24 小时内退款，按原来的付款方式退回：支付宝、微信一般当天到，银行卡 1 到 3 个工作日。', {
    tags: ['退款', '到账'], mistakes: ['没有看退款状态就说已退'],
    cases: [{ title: '还没发货就退款', solution: '没有发出的订单，申请后马上退款。' }],
    asked: ['退款几天到账', '退款什么时候到账', '退款要多久', '多久退款'],
  }),
  zh('k-size', 'size', '怎么选尺码', '商品页有尺码表。请告诉我您的身高、体重和平时穿的尺码，我帮您对一下；在两个尺码之间的，建议选大一码。', {
    tags: ['尺码', '身高', '体重'], cases: [
      { title: '羊毛外套', solution: '版型偏大，按平时的尺码或小一码。' }, { title: '针织衫', solution: '有弹性，按平时的尺码。' },
    ], mistakes: ['只按体重推荐', '没有问喜欢宽松还是合身'],
  }),
  zh('k-pilling', 'product', '会不会起球', '羊毛和羊绒穿着时摩擦多的地方会有少量浮毛，属于正常现象。穿后轻轻刷一下，两次穿着之间让衣服休息一天，可以明显减少。', {
    tags: ['起球', '面料'], mistakes: ['说“绝对不起球”'],
  }),
  zh('k-coupon', 'coupon', '优惠券用不了', '请先看优惠券的使用范围、门槛和有效期。三样都符合还用不了的，请把券的截图发给我，我来查。', {
    tags: ['优惠券', '满减'], cases: [
      { title: '没到门槛', solution: '还差一点的，可以再选一件小物凑单。' }, { title: '和其他活动不能同用', solution: '这张券不能和会员价同用，系统已按更便宜的一种计算。' },
    ], mistakes: ['没有看有效期'],
  }),
  zh('k-hours', 'care', '你们几点上班', '人工客服每天 9:00 到 23:00 在线，其他时间可以留言，上班后第一时间回复您。', {
    tags: ['上班时间'], asked: ['客服几点上班', '几点下班', '客服工作时间', '什么时候有人工', '几点到几点有客服'],
  }),
  {
    key: 'k-invoice-en', lang: 'en', scene: 'invoice', question: 'How do I get an invoice?',
    solution: 'Open the order under “My orders” and choose “Request invoice”. It is sent to your e-mail within 24 hours after you confirmed the delivery.',
    tags: ['invoice', 'receipt'], cases: [
      { title: 'For a person', solution: 'Your name is enough, no tax number is needed.' }, { title: 'For a company', solution: 'Please fill in the full company name and its tax number.' },
    ], mistakes: ['Not asking whether it is for a company'], asked: ['Can I get an invoice?', 'How can I get an invoice?', 'Where do I get an invoice?', 'I need an invoice'],
  },
  {
    key: 'k-abroad-en', lang: 'en', scene: 'shipping', question: 'Do you ship abroad?',
    solution: 'Yes. We ship to most countries by air, usually within 7 to 15 days. Postage is shown at check-out; customs duties are paid by the receiver.',
    tags: ['shipping', 'international'], cases: [], mistakes: ['Promising a day of arrival'],
    asked: ['Do you ship internationally?', 'Can you ship abroad?', 'Do you deliver abroad?', 'Do you ship overseas?'],
  },
]
