import { seedScripts } from '../seed-script.ts'

/** After-sale answers: confirm the need, give the solution, confirm it is clear (D2, K5, K6, K13). */
export const afterSaleScripts = seedScripts('after_sale', [
  {
    code: 'tk01',
    scene: 'refund',
    tags: ['退款', '到账'],
    zh: ['退款到账时间', '您想了解退款到账时间，对吗？退款已提交，原路退回，一般3到5个工作日到账，这样清楚吗？'],
    en: [
      'When the refund arrives',
      'About your refund: it is sent to your original account and takes 3 to 5 working days. Is that clear?',
    ],
  },
  {
    code: 'tk02',
    scene: 'refund',
    tags: ['退款', '未发货'],
    zh: ['未发货退款', '您想取消订单{{order.number}}对吗？还没出库，我已通知仓库拦下，您提交申请我当场通过，可以吗？'],
    en: [
      'Refund before shipping',
      'You wish to cancel {{order.number}}? I have stopped it. Please apply and I approve at once, all right?',
    ],
  },
  {
    code: 'tk03',
    scene: 'refund',
    tags: ['退款', '进度'],
    zh: ['退款进度', '您关心退款到哪一步了：仓库已验收，财务今天处理，我每天都会跟您同步进度，您看可以吗？'],
    en: [
      'Refund progress',
      'Your return has been checked and finance is on it today. I will update you daily. Is that all right?',
    ],
  },
  {
    code: 'tk04',
    scene: 'refund',
    tags: ['退款', '仅退款'],
    zh: ['少量瑕疵补偿', '您收到的衣服有小瑕疵，抱歉。您若愿意留下，我们退还部分金额作补偿；想退换也支持，您倾向哪一种？'],
    en: [
      'Partial refund',
      'Sorry about the small flaw. We can refund a part if you keep it, or take it back. Which do you prefer?',
    ],
  },
  {
    code: 'tk05',
    scene: 'refund',
    tags: ['退款', '退错金额'],
    zh: ['退款金额核对', '您觉得退款金额不对，我核对一下：实付减去用券部分，明细发给您。有出入我马上请财务补退，可以吗？'],
  },
  {
    code: 'tk06',
    scene: 'refund',
    tags: ['差价', '价保'],
    zh: ['退差价', '您的订单在15天价保期内，差价可以退。请您提交价保申请，我通过后原路退回，这样清楚吗？'],
    en: [
      'Price difference',
      'Your order is within the 15 days, so the difference is yours. Please apply and I approve it. Is that clear?',
    ],
  },
  {
    code: 'tk07',
    scene: 'refund',
    tags: ['退款', '银行卡'],
    zh: ['退到银行卡', '您是用银行卡付的款，对吗？退还时原路回到银行卡，银行一般1到3个工作日入账，这样清楚吗？'],
  },
  {
    code: 'th01',
    scene: 'return',
    tags: ['退货', '流程'],
    zh: ['七天退货流程', '您想退货对吗？签收7天内、吊牌完好就可以：提交申请、寄回、填单号，验收后退款。哪一步需要我帮忙？'],
    en: [
      'How to return',
      'You wish to return it? Within 7 days, tags on: apply, send it back, fill in the number. Where can I help?',
    ],
  },
  {
    code: 'th02',
    scene: 'return',
    tags: ['退货', '地址'],
    zh: ['退货地址', '退货申请通过后，页面会显示寄回地址。请在包裹里放张纸条写上订单号，仓库能更快认领，好吗？'],
    en: [
      'Return address',
      'Once approved, the page shows where to send it. A note with your order number inside helps. All right?',
    ],
  },
  {
    code: 'th03',
    scene: 'return',
    tags: ['退货', '运费'],
    zh: ['退货运费', '您问退货运费对吗？本单带运费险，寄回后按保单赔付；质量问题由我们承担。这样说明清楚吗？'],
    en: [
      'Return postage',
      'Your order has return insurance, which pays the postage; for a fault we pay it. Is that clear?',
    ],
  },
  {
    code: 'th04',
    scene: 'return',
    tags: ['退货', '超期', '协商'],
    zh: ['超过退货期协商', '理解您想退。订单签收已超过7天，我帮您向主管申请换货或补偿券，{{promise.time|两小时内}}答复，可以吗？'],
    en: [
      'Past the window',
      'I understand. It is past 7 days; let me ask for an exchange or a voucher {{promise.time|within two hours}}, OK?',
    ],
  },
  {
    code: 'th05',
    scene: 'return',
    tags: ['退货', '吊牌', '协商'],
    zh: ['吊牌已剪协商', '您说吊牌已取下，我们先看看衣服状态。麻烦拍一张整体和领口，我请仓库评估，{{promise.time|两小时内}}回复您，好吗？'],
  },
  {
    code: 'th06',
    scene: 'return',
    tags: ['退货', '已收到'],
    zh: ['仓库已收到', '您寄回的衣服仓库今天收到了，正在验收，通过后当天提交退款，我会第一时间告诉您。'],
  },
  {
    code: 'hh01',
    scene: 'exchange',
    tags: ['换货', '尺码'],
    zh: ['换尺码', '您想把尺码换大一号对吗？L码有货，我先为您留一件，旧件寄回后就发出，这样可以吗？'],
    en: [
      'Another size',
      'You would like a size up? L is in stock, I will hold one and send it once yours is on its way. All right?',
    ],
  },
  {
    code: 'hh02',
    scene: 'exchange',
    tags: ['换货', '颜色'],
    zh: ['换颜色', '您想换燕麦色对吗？同价可以直接换，吊牌保持完好，寄回单号发我就行，您看方便吗？'],
  },
  {
    code: 'hh03',
    scene: 'exchange',
    tags: ['换货', '发错'],
    zh: ['发错货', '您收到的和下单的不一样，是我们发错了，抱歉。正确的今天补发，错的请快递上门取，运费我们出，可以吗？'],
    en: [
      'Wrong item sent',
      'We sent the wrong item, sorry. The right one leaves today, we pick up the other for free. All right?',
    ],
  },
  {
    code: 'hh04',
    scene: 'exchange',
    tags: ['换货', '缺货'],
    zh: ['想换的码缺货', '您要换的码暂时没有现货，可以等一周补货，也可以先退款，到货我通知您。您倾向哪一种？'],
  },
  {
    code: 'cm01',
    scene: 'size',
    tags: ['尺码', '偏大'],
    zh: ['收到偏大', '您觉得偏大对吗？这款是落肩版，会比平时大半号。想合身可以换小一码，我帮您登记换货好吗？'],
    en: [
      'Too large',
      'It feels too large? The cut is loose, half a size up. Shall I arrange an exchange for a smaller one?',
    ],
  },
  {
    code: 'zl01',
    scene: 'quality',
    tags: ['质量', '破洞'],
    zh: ['有破洞脱线', '您收到的衣服有脱线，抱歉让您失望了。请拍一张近照，我先登记，{{promise.time|24小时内}}给您换新或退款方案，好吗？'],
    en: [
      'Hole or loose thread',
      'Sorry about the flaw. Please send a photo; you get our plan {{promise.time|within 24 hours}}, OK?',
    ],
  },
  {
    code: 'zl02',
    scene: 'quality',
    tags: ['质量', '起球'],
    zh: ['穿几次就起球', '穿了几次就起球，确实影响心情，抱歉。请发照片给我，我请品控看，{{promise.time|24小时内}}给方案，可以吗？'],
  },
  {
    code: 'zl03',
    scene: 'quality',
    tags: ['质量', '异味'],
    zh: ['有味道', '您闻到有味道对吗？新毛线通风一两天会散去；若还有，我为您办理退换，运费我们承担，这样可以吗？'],
  },
  {
    code: 'wx01',
    scene: 'repair',
    tags: ['维修', '纽扣'],
    zh: ['补寄纽扣', '您需要补一颗纽扣对吗？我登记补寄两颗同款，平信约3天到，单号发给您，可以吗？'],
    en: [
      'New buttons',
      'You need a button? I am sending two of the same kind by post, about 3 days. Is that all right?',
    ],
  },
  {
    code: 'wx02',
    scene: 'repair',
    tags: ['维修', '织补'],
    zh: ['织补服务', '勾丝的地方我们可以织补，寄来后约5天修好，质检通过再寄回您。要我为您登记吗？'],
  },
  {
    code: 'wl01',
    scene: 'logistics',
    tags: ['物流', '没更新'],
    zh: ['物流不更新', '您的包裹两天没更新，让您担心了。我已催网点核实，{{promise.time|四小时内}}告诉您结果，可以吗？'],
    en: [
      'Parcel stands still',
      'It has not moved for two days. I have asked the courier and reply {{promise.time|within four hours}}, OK?',
    ],
  },
  {
    code: 'wl02',
    scene: 'logistics',
    tags: ['物流', '显示签收未收到'],
    zh: ['显示签收没收到', '显示签收但您没拿到，对吗？麻烦看看驿站和门卫，我同时找快递员核实，{{promise.time|两小时内}}回您。'],
    en: [
      'Signed, not received',
      'Shown as delivered but not with you? I am asking the driver now and reply {{promise.time|within two hours}}.',
    ],
  },
  {
    code: 'wl03',
    scene: 'logistics',
    tags: ['物流', '破损'],
    zh: ['包装破损', '外包装破了，先看看衣服有没有受影响，拍照发我。有问题我们补发或退款，您看可以吗？'],
  },
  {
    code: 'wl04',
    scene: 'logistics',
    tags: ['物流', '已发货'],
    zh: ['告知发货', '您的订单{{order.number}}已经发出，预计2到4天送达，路上有变化我会告诉您。'],
    en: [
      'It is on its way',
      'Order {{order.number}} is on its way and should arrive in 2 to 4 days. I will tell you of any change.',
    ],
  },
  {
    code: 'fp01',
    scene: 'invoice',
    tags: ['发票', '个人'],
    zh: ['个人发票', '您要个人抬头的发票对吗？电子发票在确认收货后24小时内开好，发到您的订单页，可以吗？'],
    en: [
      'Personal invoice',
      'An invoice in your own name? It appears on the order page within 24 hours of receipt. Is that all right?',
    ],
  },
  {
    code: 'fp02',
    scene: 'invoice',
    tags: ['发票', '公司'],
    zh: ['公司发票', '您要公司抬头对吗？请把公司全称和税号发来，我复述一遍，您确认后就开，好吗？'],
    en: [
      'Company invoice',
      'An invoice for your company? Please send its full name and tax number; I read them back, then issue it. All right?',
    ],
  },
])
