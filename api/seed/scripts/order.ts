import { seedScripts } from '../seed-script.ts'

/** Checking an order, before and after payment: completeness, notes, identity, delivery (D8, D13, D16, D20). */
export const orderCheckScripts = seedScripts('order_check', [
  {
    code: 'hd01',
    tags: ['核对', '地址'],
    zh: ['付款后核对', '订单{{order.number}}已收到，麻烦您核对一下款式、尺码和收件地址，没问题我就交给仓库了。'],
    en: [
      'After payment',
      'Order {{order.number}} is in. Please check item, size and address, then I hand it to the warehouse.',
    ],
  },
  {
    code: 'hd02',
    tags: ['核对', '备注'],
    zh: ['询问特殊要求', '请问这单有什么特别要求吗？比如指定快递、不放价格单，我帮您备注在订单上。'],
    en: ['Special wishes', 'Any special wish, such as a courier or no price slip? I can note it on your order.'],
  },
  {
    code: 'hd03',
    tags: ['核对', '身份'],
    zh: ['核实身份', '为了保护您的信息，改动前想和您核实：收件人姓氏和手机号后四位分别是什么？'],
    en: [
      'Verify identity',
      'To protect your data: may I have the surname and the last four digits of the phone on the order?',
    ],
  },
  {
    code: 'hd04',
    tags: ['核对', '改地址'],
    zh: ['修改地址', '您要改收件地址对吗？订单还没出库，新地址发给我，改好后我复述一遍请您确认。'],
    en: [
      'Change of address',
      'You wish to change the address? It has not left yet. Send me the new one and I read it back to you.',
    ],
  },
  {
    code: 'hd05',
    tags: ['核对', '改尺码'],
    zh: ['修改尺码', '您想把M换成L，对吗？还没出库，我已为订单备注换码，您看款式和颜色都不变吧？'],
  },
  {
    code: 'hd06',
    tags: ['核对', '交仓库'],
    zh: ['已交仓库', '您的订单和备注我都录好并交给仓库了，出库后会有短信通知您，单号我也会发来。'],
    en: [
      'Handed to the warehouse',
      'Your order and notes are with the warehouse now. I will send you the parcel number when it leaves.',
    ],
  },
  {
    code: 'hd07',
    tags: ['下单前', '快递'],
    zh: ['下单前提醒', '下单时请选好快递，有要求可以写在订单备注里，这样仓库能直接看到。需要我教您在哪里填吗？'],
    en: [
      'Before ordering',
      'When you order, please choose the courier and use the remark field for wishes. Shall I show you where?',
    ],
  },
  {
    code: 'fh01',
    scene: 'shipping',
    tags: ['发货', '时效'],
    zh: ['多久发货', '您问发货时间对吗？现货16点前付款当天发，之后次日发，一般2到4天送达。这样赶得上吗？'],
    en: [
      'When it ships',
      'In-stock items paid before 16:00 leave the same day and take 2 to 4 days. Is that in time for you?',
    ],
  },
  {
    code: 'fh02',
    scene: 'shipping',
    tags: ['发货', '快递公司'],
    zh: ['发什么快递', '默认发中通或圆通，需要顺丰补12元差价即可。您想用哪一家？我帮您备注。'],
    en: ['Which courier', 'We ship by ZTO or YTO; SF Express is 12 more. Which would you like? I will note it.'],
  },
  {
    code: 'fh03',
    scene: 'shipping',
    tags: ['发货', '偏远地区'],
    zh: ['偏远地区运费', '您的地址属于偏远地区，运费补15元，满399元我们承担。时效大约5到7天，您看可以吗？'],
  },
  {
    code: 'fh04',
    scene: 'shipping',
    tags: ['发货', '包邮'],
    zh: ['包邮说明', '满199元包邮，您这单已经达到了。运费险也随单附上，退换时会方便一些，这样清楚吗？'],
  },
  {
    code: 'fh05',
    scene: 'shipping',
    tags: ['发货', '西南地区'],
    zh: ['重庆四川几天到', '发往重庆、四川的包裹一般3到5天送达，单号出来我发给您。这个时间您看合适吗？'],
  },
  {
    code: 'hf01',
    scene: 'cash_on_delivery',
    tags: ['货到付款'],
    zh: ['货到付款范围', '您想货到付款对吗？目前市区范围支持，需补5元手续费。把收件城市告诉我，我帮您确认一下？'],
    en: [
      'Cash on delivery',
      'Cash on delivery is open in city areas for a fee of 5. Which city is it? I will confirm it for you.',
    ],
  },
  {
    code: 'hf02',
    scene: 'cash_on_delivery',
    tags: ['货到付款', '验货'],
    zh: ['先验货再付款', '货到付款可以当面开箱看外观，满意再付。若有问题直接请快递员带回，运费我们承担，您看可以吗？'],
  },
  {
    code: 'dh01',
    scene: 'phone_order',
    tags: ['电话下单'],
    zh: ['电话下单引导', '您不方便网上操作的话，我们可以电话帮您下单。方便什么时间接听？我按时给您打过去。'],
    en: [
      'Order by phone',
      'If ordering online is hard, we can do it by phone. What time suits you? I will call you then.',
    ],
  },
  {
    code: 'dh02',
    scene: 'phone_order',
    tags: ['电话下单', '复述'],
    zh: ['电话单复述确认', '我复述一下：您要的款式、颜色、尺码和地址都记好了，请您听一遍，有出入我马上改。'],
  },
])

/** Reminders: unpaid orders and running offers (D7, D14). */
export const reminderScripts = seedScripts('reminder', [
  {
    code: 'cf01',
    tags: ['催付', '库存'],
    zh: ['下单未付款', '订单{{order.number}}已经生成，库存以付款为准。付款遇到什么问题吗？我来帮您看看。'],
    en: [
      'Ordered, not paid',
      'Order {{order.number}} is waiting; the stock is held by payment. Is anything in the way? I can help.',
    ],
  },
  {
    code: 'cf02',
    tags: ['催付', '即将关闭'],
    zh: ['订单即将关闭', '{{customer.name|亲}}，您的订单还有一小时就自动关闭了，还需要的话记得付款；想改款也可以告诉我。'],
    en: [
      'Order about to close',
      'Your order closes by itself in an hour. Pay if you still want it, or tell me what to change.',
    ],
  },
  {
    code: 'cf03',
    scene: 'coupon',
    tags: ['催付', '优惠券'],
    zh: ['券快到期', '您账户里的满299减30券今天24点到期，这单正好可用。需要我帮您算一下到手价吗？'],
    en: [
      'Coupon ends today',
      'Your coupon of 30 off 299 ends tonight and fits this order. Shall I work out the total for you?',
    ],
  },
  {
    code: 'cf04',
    tags: ['催付', '发货'],
    zh: ['付款赶当天发货', '温馨提醒：16点前付款今天可以出库，您若着急穿，这会儿付款正合适。需要我帮忙吗？'],
  },
  {
    code: 'cf05',
    tags: ['提醒', '收货'],
    zh: ['派送提醒', '您的包裹今天派送，请保持手机畅通。签收时麻烦看一眼外包装，有破损请拍照发我，我来处理。'],
    en: [
      'Out for delivery',
      'Your parcel is out for delivery today. If the box is damaged, send me a photo and I will see to it.',
    ],
  },
  {
    code: 'cf06',
    scene: 'return',
    tags: ['提醒', '寄回'],
    zh: ['寄回提醒', '退货申请已通过，请在7天内寄回并把单号填上，这样仓库收到就能尽快处理退款。'],
  },
])
