import { seedScripts } from '../seed-script.ts'

/** Opening: who I am and what do you need (D1). */
export const openingScripts = seedScripts('opening', [
  {
    code: 'kc01',
    tags: ['问候', '通用'],
    zh: ['客户只打招呼', '{{customer.name|亲}}您好，我是{{shop.name|云朵小铺}}的客服{{agent.name|小安}}，请问今天想看点什么呢？'],
    en: [
      'Customer merely greeted',
      'Hello {{customer.name|there}}, this is {{agent.name|Ann}} from {{shop.name|Cloud Shop}}. What can I do for you?',
    ],
  },
  {
    code: 'kc02',
    tags: ['问候', '有问题'],
    zh: ['客户已经提了问题', '{{customer.name|亲}}您好，我是客服{{agent.name|小安}}，您的问题我看到了，马上为您解答。'],
    en: [
      'Customer asked already',
      'Hello {{customer.name|there}}, {{agent.name|Ann}} here. I have read your question.',
    ],
  },
  {
    code: 'kc03',
    tags: ['问候', '商品'],
    zh: ['客户发来商品链接', '您好，我是客服{{agent.name|小安}}，看到您在看这款毛衣，想了解尺码、面料还是发货时间呢？'],
    en: [
      'Customer sent a product',
      'Hello, {{agent.name|Ann}} here. Would you like to know about size, fabric or delivery?',
    ],
  },
  {
    code: 'kc04',
    tags: ['问候', '老客户'],
    zh: ['老客户回来', '{{customer.name|亲}}，欢迎回来，我是{{agent.name|小安}}。上次的衣服穿着还合心意吗？今天想看些什么？'],
    en: [
      'Returning customer',
      'Welcome back, {{customer.name|dear}}. {{agent.name|Ann}} here. What would you like to see today?',
    ],
  },
  {
    code: 'kc05',
    tags: ['问候', '早'],
    zh: ['早班问候', '早上好，我是{{shop.name|云朵小铺}}的{{agent.name|小安}}，新的一天很高兴为您服务，请问有什么需要？'],
  },
  {
    code: 'kc06',
    tags: ['问候', '晚'],
    zh: ['晚班问候', '晚上好，我是晚班客服{{agent.name|小安}}，您慢慢说，我在线上陪您一起看。请问需要什么帮助？'],
  },
  {
    code: 'kc07',
    tags: ['问候', '售后'],
    zh: ['售后开场', '您好，我是售后客服{{agent.name|小安}}，订单上有什么需要处理的，您告诉我，我来跟进。'],
    en: [
      'After-sale opening',
      'Hello, {{agent.name|Ann}} from after-sale care. Tell me what happened, I will look after it.',
    ],
  },
  {
    code: 'kc08',
    tags: ['问候', '高价值会员'],
    zh: ['会员开场', '{{customer.name|亲}}您好，我是您的专属客服{{agent.name|小安}}，感谢您一直支持我们，今天想了解些什么？'],
  },
  {
    code: 'kc09',
    tags: ['问候', '催回应'],
    zh: ['开场后客户没说话', '{{customer.name|亲}}，我还在线上，您想了解哪一款、或者遇到什么问题，直接发给我就好。'],
    en: [
      'Silent after the opening',
      'I am still here, {{customer.name|dear}}. Just send me the item or the question you have.',
    ],
  },
])

/** Care lines: proposed from signals on the profile, sent by a person (P3, P6, S6). */
export const careScripts = seedScripts('care', [
  {
    code: 'gh01',
    scene: 'care',
    tags: ['降温', '关怀'],
    zh: ['降温提醒', '{{customer.name|亲}}，这两天降温明显，出门记得加件衣服。需要保暖款的话，我帮您挑几件。'],
    en: [
      'Cold weather',
      'It is getting cold, {{customer.name|dear}}, do keep warm. Shall I pick some warm knits for you?',
    ],
  },
  {
    code: 'gh02',
    scene: 'care',
    tags: ['生日', '优惠券'],
    zh: ['生日祝福', '{{customer.name|亲}}，祝您生日快乐！店里给您准备了一张生日券，已放进账户，您有空看看。'],
    en: [
      'Birthday',
      'Happy birthday, {{customer.name|dear}}! A birthday coupon is waiting in your account, just for you.',
    ],
  },
  {
    code: 'gh03',
    scene: 'care',
    tags: ['签收', '评价'],
    zh: ['签收后关怀', '看到您的包裹已经签收，衣服上身还合适吗？哪里不满意请告诉我，我来处理。'],
    en: ['After delivery', 'Your parcel has arrived. Does everything fit well? If not, tell me and I will see to it.'],
  },
  {
    code: 'gh04',
    scene: 'care',
    tags: ['洗护'],
    zh: ['羊毛洗护叮嘱', '温馨提醒：羊毛衫建议30度以下冷水手洗，平铺晾干，这样更不容易变形。洗前有疑问随时找我。'],
    en: ['Washing wool', 'A tip: wash wool by hand below 30 degrees and dry it flat, it keeps its shape much better.'],
  },
  {
    code: 'gh05',
    scene: 'care',
    tags: ['沉睡客户', '新品'],
    zh: ['好久不见', '{{customer.name|亲}}，好久没见您啦。店里上了几款您之前喜欢的软糯针织，有空来看看，我帮您留意尺码。'],
  },
  {
    code: 'gh06',
    scene: 'care',
    tags: ['加购未下单'],
    zh: ['购物车未下单', '您购物车里的毛衣我帮您看了，目前还有货。是尺码还没拿准吗？把身高体重告诉我，我帮您参考。'],
    en: [
      'Left in the cart',
      'The sweater in your cart is in stock. Unsure of the size? Tell me your height and weight.',
    ],
  },
  {
    code: 'gh07',
    scene: 'care',
    tags: ['反复看退货规则'],
    zh: ['关注退货政策', '看到您在了解退换规则，签收7天内吊牌完好都可以申请退换。有哪一点想确认，我为您说明。'],
  },
  {
    code: 'gh08',
    scene: 'care',
    tags: ['节日'],
    zh: ['节日问候', '{{customer.name|亲}}，节日快乐，愿您和家人都暖暖和和的。假期照常有客服值班，有事随时找我们。'],
  },
])
