import { seedScripts } from '../seed-script.ts'

/** Recommendation, stock, goods and price: the pre-sale talk (S6, D2, D15). */
export const recommendationScripts = seedScripts('recommendation', [
  {
    code: 'tj01',
    scene: 'recommendation',
    tags: ['推荐', '需求'],
    zh: ['先问需求', '我来帮您挑。请问是自己穿还是送人，平时穿什么码，喜欢宽松一点还是合身一点呢？'],
    en: [
      'Ask the need first',
      'Happy to help. Is it for you or a gift, what size do you wear, and do you like it loose or fitted?',
    ],
  },
  {
    code: 'tj02',
    scene: 'size',
    tags: ['推荐', '尺码'],
    zh: ['按身高体重荐码', '按您的身高体重，平时偏合身选M，想要慵懒感选L，两个码肩宽差1.5厘米。您更想要哪种感觉？'],
    en: ['Size advice', 'For your height and weight M sits close and L looks relaxed. Which of the two do you prefer?'],
  },
  {
    code: 'tj03',
    scene: 'recommendation',
    tags: ['推荐', '搭配'],
    zh: ['搭配推荐', '这件开衫搭云朵系列的打底高领很顺，颜色也呼应。需要的话我把搭配图发给您看看？'],
    en: [
      'Matching items',
      'This cardigan goes well with our thin turtleneck. Shall I send you a picture of both together?',
    ],
  },
  {
    code: 'tj04',
    scene: 'recommendation',
    tags: ['推荐', '缺货替代'],
    zh: ['缺货荐相近款', '您要的颜色暂时断货，这款版型相同的燕麦色有现货，实物色偏暖。您看可以接受吗？'],
    en: [
      'Similar item',
      'That colour is out just now. The oat one has the same cut and is in stock. Would it suit you?',
    ],
  },
  {
    code: 'tj05',
    scene: 'recommendation',
    tags: ['推荐', '送礼'],
    zh: ['送长辈', '送妈妈的话推荐圆领羊毛开衫，好穿脱、不勒脖子，颜色有酒红和驼色。您看妈妈平时喜欢哪种？'],
  },
  {
    code: 'tj06',
    scene: 'recommendation',
    tags: ['推荐', '怕扎'],
    zh: ['怕扎皮肤', '您皮肤比较敏感，推荐看棉混纺这几款，贴身穿更柔和；羊毛款建议里面加一件打底。这样选可以吗？'],
  },
  {
    code: 'kk01',
    scene: 'stock',
    tags: ['库存', '有货'],
    zh: ['有现货', '您问的这个颜色和尺码有现货，今天16点前付款当天可以安排出库。需要我帮您核对尺码吗？'],
    en: [
      'In stock',
      'Your colour and size are in stock; paid before 16:00 it leaves today. Shall I check the size for you?',
    ],
  },
  {
    code: 'kk02',
    scene: 'stock',
    tags: ['库存', '补货'],
    zh: ['正在补货', '这个码暂时售完，补货预计一周左右到仓。我先登记，到货就通知您，这样可以吗？'],
    en: [
      'Coming back',
      'This size is sold out; more should arrive in about a week. Shall I let you know when it is here?',
    ],
  },
  {
    code: 'kk03',
    scene: 'stock',
    tags: ['库存', '预售'],
    zh: ['预售说明', '这款是预售，页面写的发货时间是付款后15天内。您赶时间的话，我推荐同系列现货给您比较一下？'],
  },
  {
    code: 'kk04',
    scene: 'stock',
    tags: ['库存', '不多'],
    zh: ['库存不多', '您看的M码目前仓库还剩几件，库存以付款为准。您先看尺码，我在这边等您，需要时随时问我。'],
  },
  {
    code: 'sp01',
    scene: 'product',
    tags: ['商品', '面料'],
    zh: ['面料成分', '您问的这款成分是70%绵羊毛、30%锦纶，软而有筋骨。贴身介意扎的话建议加打底，您看合适吗？'],
    en: [
      'Fabric',
      'It is 70% wool and 30% nylon: soft with a firm hand. On bare skin we suggest a layer below. Is that all right?',
    ],
  },
  {
    code: 'sp02',
    scene: 'product',
    tags: ['商品', '起球'],
    zh: ['会不会起球', '您担心起球对吗？羊毛摩擦多的地方会有少量浮毛，用修剪器轻轻带过就好。我把护理方法发您，可以吗？'],
    en: [
      'Pilling',
      'Wool can pill a little where it rubs; a fabric shaver takes it off. Shall I send you the care notes?',
    ],
  },
  {
    code: 'sp03',
    scene: 'product',
    tags: ['商品', '色差'],
    zh: ['颜色说明', '您问实物颜色对吧？图片是自然光拍摄，屏幕会有些偏差，实物略深半度。我发一张室内实拍给您看看？'],
    en: [
      'Colour',
      'Photos are in daylight; the real colour is slightly deeper. Shall I send you a picture taken indoors?',
    ],
  },
  {
    code: 'sp04',
    scene: 'product',
    tags: ['商品', '厚薄'],
    zh: ['厚薄与季节', '您想了解厚薄，这款是中厚，重约480克，10度左右单穿刚好，再冷可以叠穿。您那边现在大概几度？'],
  },
  {
    code: 'sp05',
    scene: 'product',
    tags: ['商品', '掉色'],
    zh: ['会不会掉色', '您担心掉色对吗？深色款头两次洗会有一点浮色，建议单独冷水洗。这样说明清楚吗？'],
  },
  {
    code: 'sp06',
    scene: 'product',
    tags: ['商品', '缩水'],
    zh: ['会不会缩水', '您问缩水对吧？冷水手洗、平铺晾干就能保持尺寸，请避开热水和烘干机。还有哪点需要我说明？'],
  },
  {
    code: 'sp07',
    scene: 'product',
    tags: ['商品', '重量', '衣长'],
    zh: ['重量和衣长', '您问的这件M码约重480克，衣长62厘米，出门旅行叠放也不占地方。您平时喜欢长一点还是短一点？'],
  },
  {
    code: 'yj01',
    scene: 'bargaining',
    tags: ['议价', '优惠'],
    zh: ['想再便宜点', '理解您想划算一点。店里价格大家一致，我帮您看看能叠加的券，算一个到手价给您，好吗？'],
    en: [
      'A better price',
      'I understand. The price is the same for all, but let me find the coupons that fit. Shall I?',
    ],
  },
  {
    code: 'yj02',
    scene: 'bargaining',
    tags: ['议价', '凑单'],
    zh: ['凑单更划算', '您这单再加一双羊毛袜就到满减线，合计反而少付几元。需要我把款式发给您选吗？'],
    en: [
      'Reaching the discount',
      'With a pair of wool socks you reach the discount and pay less in all. Shall I show you some?',
    ],
  },
  {
    code: 'yj03',
    scene: 'bargaining',
    tags: ['议价', '比价'],
    zh: ['别家更便宜', '谢谢您坦诚告诉我。我们这款用的是精纺羊毛，成分和检测都标在详情页，您可以放心比较。需要我发给您吗？'],
  },
  {
    code: 'yj04',
    scene: 'bargaining',
    tags: ['议价', '多件'],
    zh: ['多件优惠', '您要三件以上的话，我向主管申请一张多件券，{{promise.time|半小时内}}给您答复，可以吗？'],
  },
  {
    code: 'yh01',
    scene: 'coupon',
    tags: ['优惠券', '领取'],
    zh: ['领券方法', '优惠券在店铺首页点“领券”，下单时会自动抵扣，满299减30。您领好后跟我说，我帮您算到手价？'],
    en: [
      'Getting the coupon',
      'Tap "Coupons" on our home page: 30 off from 299, taken off by itself. Shall I work out your total?',
    ],
  },
  {
    code: 'yh02',
    scene: 'coupon',
    tags: ['优惠券', '用不了'],
    zh: ['券抵扣不了', '我来帮您看。这张券需要满299且在有效期内，您现在是269元，加一件配饰就可用。要我推荐几样吗？'],
    en: [
      'Coupon not taken',
      'This coupon starts at 299 and your cart is below that. Shall I suggest a small item to reach it?',
    ],
  },
  {
    code: 'yh03',
    scene: 'coupon',
    tags: ['优惠券', '新客'],
    zh: ['新客券', '您是第一次光临，可以领10元新客券，领取后三天内有效。需要我把入口发给您吗？'],
  },
  {
    code: 'lp01',
    scene: 'gift',
    tags: ['赠品', '活动'],
    zh: ['赠品说明', '本单满399元随包裹送一只羊毛洗护袋，颜色随机。备注里我也帮您写上了，您看还需要别的吗？'],
    en: ['Free gift', 'Orders from 399 come with a wool wash bag. I have noted it on your order. Is that all right?'],
  },
  {
    code: 'lp02',
    scene: 'gift',
    tags: ['礼盒', '贺卡'],
    zh: ['礼盒包装', '送人的话可以选礼盒，加10元并附手写贺卡。您把想写的话发给我，我让仓库照着写，可以吗？'],
    en: [
      'Gift wrapping',
      'A gift box with a handwritten card is 10 more. Send me your words and I pass them on. All right?',
    ],
  },
  {
    code: 'lp03',
    scene: 'gift',
    tags: ['赠品', '漏发'],
    zh: ['赠品没收到', '您说赠品没收到，是我们漏放了，抱歉。我现在登记补寄，单号出来发给您，您看可以吗？'],
  },
])
