import { answers, apologises, greeting, holds, looksUp, maybe, replies, says, thanksAndClose } from './demo-talk.ts'
import type { Talk } from './demo-talk.ts'

const received = { team: 'team-aftersale', orderStates: ['delivered', 'completed'], follows: 'delivered' } as const

/** Talks after an order: where is it, return, exchange, quality, complaints. */
export const AFTER_SALE_TALKS: readonly Talk[] = [
  {
    topic: 'where_is_it', team: 'team-aftersale', enquiryClass: 'order_query', outcomes: ['solved', 'follow_up'],
    orderStates: ['in_transit', 'delivered', 'completed'], follows: 'shipped',
    turns: [
      ...greeting,
      says('我的快递到哪了', '订单{order}怎么还没到', '物流两天没动了', '什么时候能到{city}啊，急'),
      looksUp('我帮您查一下，两分钟内回复您。', '别着急，我现在联系{carrier}核实，请稍等。'),
      maybe(holds('还在等网点回复，请再给我一点时间。')),
      answers(
        '查到了，包裹在{city}转运中心，预计明天派送。', '{carrier}回复说今天到站，晚上或明早派送，我会继续盯着。', '物流信息有延迟，实际已经在派送路上了，请保持手机畅通。',
      ),
      says('好的，那我等等', '行吧', '能不能催一下'),
      replies(
        '好的，有变化我会主动告诉您。',
        '谢谢您的体谅，明天中午前我再看一次并回复您。',
        '已经催过了，网点答应优先派送。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'return', enquiryClass: 'return', outcomes: ['solved', 'follow_up'],
    orderStates: ['refunding', 'refunded'], follows: 'refundAsked',
    turns: [
      ...greeting,
      says('{item}不想要了，怎么退', '收到和想象的不一样，可以退吗', '想退{item}', '颜色不喜欢，能退吗'),
      answers('可以的，签收7天内、吊牌完好就能退。您方便说下是哪里不满意吗？', '理解，没问题。吊牌还在吗？在的话直接提交退货申请就好。'),
      says('颜色比图片深', '穿着不太适合我', '吊牌都在，没洗过', '买多了一件'),
      replies(
        '了解，屏幕和实物会有色差，抱歉没能让您满意。申请提交后这边就通过。',
        '理解，衣服还是要自己喜欢。申请提交后我这边通过，寄回地址页面会显示。',
        '好的，那可以退，提交申请后这边就通过。',
        '没问题，退多的那件就好，申请里选对应的商品。',
      ),
      says('退款多久到', '运费谁出', '寄什么快递都行吗'),
      replies(
        '仓库验收后当天提交，3到5个工作日原路到账。',
        '这单有运费险，寄回后自动赔付。',
        '都可以，请不要用到付，单号填好就行。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    topic: 'refund_progress', team: 'team-aftersale', enquiryClass: 'return', outcomes: ['solved', 'follow_up'],
    orderStates: ['refunding', 'refunded'],
    follows: 'refundAsked',
    turns: [
      ...greeting,
      says('退款怎么还没到', '货都寄回去了，钱呢', '订单{order}退款到哪一步了', '你好，退款什么时候到账'),
      apologises('让您久等了，抱歉。', '不好意思，让您担心了。'),
      looksUp('我向财务核实一下，请稍等。', '我帮您查一下仓库签收情况，马上回复您。'),
      answers('仓库今天验收好了，退款{amount}元已提交，原路退回，3到5个工作日到账。', '包裹还在回程路上，一签收我就催验收，当天给您提交。'),
      says('别又拖', '好，到时没收到我再找你', '金额对吗，我付了{amount}'),
      replies(
        '理解您的担心，这单我来跟到底，每天给您同步一次进度。',
        '好的，随时来，我在您的订单上做了记录。',
        '金额是{amount}元，和您实付一致，请放心。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'exchange', enquiryClass: 'exchange', outcomes: ['solved', 'follow_up'],
    turns: [
      ...greeting,
      says('{item}买小了，换一个', '想把{size}换大一码', '袖子长了，能换小一码吗', '给我妈买的，她穿紧了'),
      answers('可以换的，吊牌完好就行。您想换哪个码？我看看有没有货。', '好的，落肩款会偏宽，您平时穿什么码？'),
      says('换L', '小一码就行', 'M吧', '你帮我看看，163 110斤'),
      looksUp('稍等，我查一下库存。', '好的，我帮您看一下这个码。'),
      answers('有货，我先为您留一件，旧件寄回有单号后就安排发出。', '您要的码有现货，已经登记换货，寄回地址在申请页面。'),
      maybe(
        says('运费呢', '要多久'),
        replies(
          '寄回的运费有运费险，换出的运费我们承担。',
          '收到您寄出的单号后当天发，2到4天到。',
        ),
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'quality', enquiryClass: 'complaint_quality', outcomes: ['solved', 'follow_up'],
    turns: [
      says('衣服腋下有个洞！', '{item}才穿两次就起球了，太失望了', '收到就勾丝了，你们不检查的吗', '扣子掉了一颗', '线头好多，质量真一般'),
      apologises('实在抱歉，让您失望了。', '很抱歉，给您带来不便。'),
      answers('我是售后{agent}，麻烦您拍一张整体和一张近照给我，我马上登记。', '这是我们没把好关，请发两张照片，24小时内给您处理方案。'),
      says('[图片]', '[图片] 你看看', '发了'),
      holds('照片收到了，我正在看，请稍等。'),
      answers('确实是瑕疵，可以换新、退货或者补偿部分金额，运费我们承担，您倾向哪一种？', '看清楚了，责任在我们。给您补发一件新的，旧的请快递上门取，您看可以吗？'),
      says('换新吧', '退了吧', '补偿多少', '行，那换一件'),
      replies(
        '好的，已登记换新，今天安排，单号出来就发您。',
        '好的，退货申请已经通过，快递明天上门取件，运费我们出。',
        '我已经报给主管，两小时内给您确认具体金额。',
        '好的，已登记换新，旧的快递上门取。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'wrong_item', enquiryClass: 'complaint_other', outcomes: ['solved'],
    turns: [
      ...greeting,
      says('发错了吧，我买的{color}', '收到的不是我拍的那件', '我拍两件只收到一件', '赠品没有啊'),
      apologises('非常抱歉，让您久等还出了差错。', '不好意思，给您添麻烦了。'),
      answers('麻烦拍一下收到的衣服和面单，我核对后马上处理。', '我核对一下订单{order}，是{item} {color} {size}，对吗？'),
      says('[图片]', '对', '是的，收到的是黑色'),
      answers('是我们发错了，正确的今天补发，错的请快递上门取件，运费我们出。', '是仓库漏放了，已经登记补寄，单号今天发给您。'),
      ...thanksAndClose,
    ],
  },
  {
    topic: 'logistics_complaint', team: 'team-aftersale', enquiryClass: 'complaint_logistics',
    outcomes: ['solved', 'follow_up'],
    orderStates: ['delivered', 'completed'], follows: 'shipped',
    turns: [
      says('快递太差了，直接扔门口', '显示签收了我根本没收到', '快递员态度恶劣', '催了三次都没人管'),
      apologises('很抱歉，给您带来不好的体验。', '真的抱歉，让您久等又受气了。'),
      answers('我是售后{agent}，这件事我来跟进。方便说下大概时间和经过吗？', '我先记录下来，并联系{carrier}网点核实，四小时内给您结果。'),
      says('昨天下午，电话都没打', '中午的事', '就今天，门卫也没有'),
      looksUp('好的，我现在联系网点核实，请稍等。'),
      answers('网点确认放在驿站了，取件码已重新发送，他们也会给您致电道歉。', '网点主管已经知道，会派人当面送上门，今晚8点前送到。'),
      says('希望别有下次', '收到电话了', '行吧'),
      answers('谢谢您的理解，我已在您的资料里备注，以后优先换一家快递。', '我明天再回访您一次，确认包裹拿到。'),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'washing', enquiryClass: 'repair', outcomes: ['solved'],
    turns: [
      ...greeting,
      says('洗了一次变形了怎么办', '毛衣缩水了能救吗', '袖口松了', '勾了一根线，能补吗'),
      replies(
        '用蒸汽熨斗隔布轻压，再平铺放凉，多数能回弹。',
        '可以试试30度温水加护发素浸15分钟，平铺拉回原形晾干。',
        '袖口用热蒸汽熏一下再捏拢晾干，能收回来不少。',
        '勾丝可以织补，寄来约5天修好，质检后再寄回您。',
      ),
      says('我试试', '那帮我登记', '要钱吗'),
      replies(
        '好的，您试完告诉我效果，不理想的话我们再安排修复。',
        '已经登记，寄回地址稍后在申请里能看到。',
        '这次免费，寄来的运费到时补给您。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'invoice', enquiryClass: 'order_query', outcomes: ['solved'],
    turns: [
      ...greeting,
      says('能开发票吗', '发票怎么开，公司抬头', '确认收货了，电子发票呢'),
      answers('可以的，请问是个人还是公司抬头？', '您要个人抬头还是公司抬头？公司的话请发全称和税号。'),
      says('个人就行', '公司，晚点发你抬头', '个人，开我名字'),
      replies(
        '好的，24小时内开好，在订单页可以下载。',
        '好的，您发来全称和税号就开，当天能好。',
        '好的，24小时内开好，开好了我告诉您一声。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...received, topic: 'suggestion', enquiryClass: 'suggestion', outcomes: ['solved'],
    turns: [
      ...greeting,
      says('衣服挺好，就是包装袋太薄', '建议出个加长款，高个子不好买', '详情页能不能写清楚克重'),
      answers('谢谢您的建议，说得很中肯，我转给商品部的同事。', '感谢您愿意告诉我们，已经记下并提交了。'),
      says('嗯，希望改进', '你们衣服质量还是不错的', '好'),
      answers('有结果我会告诉您，也谢谢您一直支持。', '您的认可是我们的动力，祝您穿得舒心。'),
      ...thanksAndClose,
    ],
  },
]
