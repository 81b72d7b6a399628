import { answers, apologises, greeting, holds, looksUp, maybe, replies, says, thanksAndClose } from './demo-talk.ts'
import type { Talk } from './demo-talk.ts'

const beforeBuying = { team: 'team-presale', orderStates: [], follows: null } as const

/** Talks before an order: size, stock, price, goods, delivery. */
export const PRE_SALE_TALKS: readonly Talk[] = [
  {
    ...beforeBuying, topic: 'size', enquiryClass: 'enquiry', outcomes: ['ordered', 'not_ordered', 'solved'],
    turns: [
      ...greeting,
      says('{item}我穿什么码', '想问下{item}尺码，我平时穿M', '{item}偏大还是偏小啊', '这款{item}码数正吗'),
      answers('请问您的身高体重是多少？喜欢宽松还是合身一点？', '这款是落肩版，会略宽松。方便说下身高体重吗，我帮您参考。'),
      says('163，104斤', '165 52kg，喜欢宽松的', '158，96斤，不喜欢太大', '170 130斤', '162，孕前100斤现在115'),
      replies(
        '按您的情况建议选M，合身又不紧绷，想慵懒一点可以大一码。',
        '喜欢宽松的话推荐L，袖子和衣长都还利落。您看可以吗？',
        '您选S就好，肩线刚好，里面加薄打底也合适。',
        '推荐XL，胸围有余量，叠穿也不紧。您看可以吗？',
        '建议选L，肚子的位置有余量，孕后穿也是慵懒的版型。',
      ),
      maybe(
        says('袖子会不会太长', '那衣长到哪里', '会不会显胖'),
        replies(
          '袖口是收的，袖长到虎口，不会拖沓。',
          '衣长到胯部，模特168穿M刚到裤腰下面一点。',
          '落肩版型比较修饰，竖纹的这款更显瘦一些，您可以看主图第三张。',
        ),
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...beforeBuying, topic: 'stock', enquiryClass: 'enquiry', outcomes: ['ordered', 'not_ordered', 'follow_up'],
    turns: [
      ...greeting,
      says('{item}{color}{size}还有吗', '{color}的{item}怎么拍不了', '{item}什么时候补货', '想要{item}，{color}没货了吗'),
      looksUp('我帮您查一下库存，请稍等。', '好的，我看一下仓库，马上回复您。'),
      maybe(holds('还在核对，请再稍等一下。')),
      answers(
        '查到了，{color}{size}还有现货，今天16点前付款当天出库。', '{color}暂时售完，预计一周左右到仓，我帮您登记，到货通知您好吗？',
        '{size}只有两件了，库存以付款为准，您喜欢可以先拍。',
      ),
      says('好，那我现在拍', '那我等等吧', '行，到货叫我一声', '太好了'),
      replies(
        '好的，拍下后我帮您核对地址。',
        '好的，您慢慢考虑，这边帮您留意库存变化。',
        '已经登记您的昵称，到货第一时间告诉您。',
        '您喜欢就好，拍的时候看一眼尺码哦。',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...beforeBuying, topic: 'price', enquiryClass: 'enquiry', outcomes: ['ordered', 'not_ordered'],
    turns: [
      ...greeting,
      says('{item}能便宜点吗', '有没有优惠券啊', '{item}最近有活动吗', '买两件能少点不', '老客户了，给个优惠呗'),
      replies(
        '理解您想划算一点，这款满299减30，您领了券我帮您算到手价？',
        '有的，满299减30，在首页点“领券”就可以。',
        '有的，冬暖活动满299减30、满599减80，可以和会员折扣一起用。',
        '两件合计过599的话减80，下单自动算，比单买划算。',
        '谢谢您一直支持，会员折扣付款时自动减，再叠加满减券更划算。',
      ),
      says('那{item}加条围巾多少钱', '券在哪领', '还是有点贵', '那我凑个单'),
      replies(
        '您加到购物车看合计，满599自动减80，会员价也会一起算。',
        '首页中间点“领券”就可以，三天内有效。',
        '这款用的是羊毛混纺，成分和检测都在详情页，您可以放心比较。',
        '搭一双羊毛中筒袜最合适，正好到满减线。',
      ),
      maybe(
        says('领到了', '好吧，我看看', '看到了'),
        answers('好的，付款前需要备注快递或礼盒可以告诉我。'),
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...beforeBuying, topic: 'fabric', enquiryClass: 'enquiry', outcomes: ['ordered', 'not_ordered', 'solved'],
    turns: [
      ...greeting,
      says('{item}扎不扎啊', '{item}会起球吗', '这个面料能机洗吗', '{item}厚吗，上海现在能穿不', '会掉毛吗，我穿黑大衣'),
      replies(
        '这款贴身穿多少有一点羊毛的触感，皮肤敏感的话建议加打底。',
        '摩擦多的地方会有少量浮毛，用修剪器带过就好，护理说明可以发您。',
        '建议冷水手洗、平铺晾干，机洗请装袋选羊毛档。',
        '中等厚度，10度左右单穿刚好，再冷套外套。',
        '头几次会有一点浮毛，深色大衣建议里层垫件打底，洗过一次会好很多。',
      ),
      says('那黑色会掉色吗', '有没有不扎的推荐', '洗了会缩水吗', '哦哦'),
      replies(
        '深色头两次洗会有一点浮色，单独冷水洗就好。',
        '怕扎可以看棉混纺那几款，我把链接发您。',
        '避开热水和烘干机，尺寸基本不变。',
        '您看尺码需要我帮您参考吗？',
      ),
      ...thanksAndClose,
    ],
  },
  {
    ...beforeBuying, topic: 'shipping', enquiryClass: 'enquiry', outcomes: ['ordered', 'not_ordered'],
    turns: [
      ...greeting,
      says('今天拍什么时候发', '到{city}几天', '能发顺丰吗', '周五前能到{city}吗', '包邮吗'),
      replies(
        '现货16点前付款当天发，之后次日发。',
        '到{city}一般2到4天。',
        '可以的，顺丰补12元差价，您需要的话我帮您备注。',
        '今天16点前付款正常赶得上，求稳建议补差价发顺丰。',
        '满199包邮，偏远地区补15元。',
      ),
      says('那帮我备注顺丰', '有点赶，周末要穿', '行', '我在{city}'),
      maybe(apologises('不好意思，刚才咨询的朋友有点多，让您久等了。')),
      answers('好的，下单后我帮您备注，出库后单号发给您。', '赶时间建议顺丰，正常次日或隔日到，路上有变化我会告诉您。', '{city}在包邮范围内，您放心拍。'),
      ...thanksAndClose,
    ],
  },
  {
    topic: 'gift', team: 'team-presale', enquiryClass: 'order_change', outcomes: ['solved'],
    orderStates: ['paid', 'shipped', 'in_transit', 'delivered', 'completed'],
    follows: 'placed',
    turns: [
      ...greeting,
      says('刚拍的是送人的，能包装一下吗', '我刚下单，能放个贺卡吗', '可以别放价格单吗，送朋友的'),
      answers('可以的，礼盒加10元附手写贺卡，您想写什么发给我。', '没问题，订单{order}我备注“送礼，不放价格单”，您看对吗？'),
      says('写：妈妈生日快乐，女儿', '对的', '写“给好朋友，天冷加衣”', '好的，就这样'),
      answers('已经备注给仓库了，打包时会照着写。', '备注好了，我把内容复述一遍发给仓库，请放心。'),
      ...thanksAndClose,
    ],
  },
  {
    topic: 'change_address', team: 'team-presale', enquiryClass: 'order_change', outcomes: ['solved', 'follow_up'],
    orderStates: ['paid', 'shipped', 'in_transit', 'delivered', 'completed'], follows: 'placed',
    turns: [
      ...greeting,
      says('地址填错了能改吗', '我刚拍的，帮我换成公司地址', '订单{order}收件人写错了', '想把{size}换大一码，还没发吧'),
      answers('还没出库，可以改。为了保护您的信息，先核对一下收件人姓氏好吗？', '可以的，先和您核实一下：收件人姓什么？'),
      says('姓{surname}', '{surname}', '对，我姓{surname}'),
      looksUp('好的，我帮您确认一下仓库状态，请稍等。'),
      answers('仓库还没打包，已经改好了，请您在订单页看一眼对不对。', '改好了，麻烦您核对一下，没问题我就交给仓库。'),
      says('对了', '看到了，没错', '可以'),
      ...thanksAndClose,
    ],
  },
  {
    topic: 'payment', team: 'team-presale', enquiryClass: 'payment', outcomes: ['ordered', 'follow_up'],
    orderStates: ['unpaid', 'paid', 'cancelled', 'completed'],
    follows: 'placed',
    turns: [
      ...greeting,
      says('付款一直转圈', '券怎么没抵扣', '付不了款，提示订单异常', '怎么比刚才贵了10块'),
      replies(
        '我来帮您看，麻烦发一张付款页的截图，注意遮住个人信息。',
        '这张券满299可用，麻烦截个图，我看看差多少。',
        '麻烦把提示截图发我，注意遮住个人信息。',
        '没到包邮线的订单会加10元运费，您截个图我核对一下。',
      ),
      says('[图片]', '[图片]这样', '截好了 [图片]'),
      looksUp('收到，我帮您查一下订单{order}，请稍等。'),
      answers('订单是正常的，建议退出重新进入再付，或者换个支付方式试试。', '现在可以了，刚才是页面没刷新，耽误您时间了。'),
      says('好了付上了', '我再想想', '可以了'),
      ...thanksAndClose,
    ],
  },
]
