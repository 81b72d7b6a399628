import { seedScripts } from '../seed-script.ts'

/** Closing lines by case (D3, D5–D8). */
export const closingScripts = seedScripts('closing', [
  {
    code: 'js01',
    tags: ['结束', '确认'],
    zh: ['结束前确认一次', '刚才的问题都处理好了，请问还有其他可以帮到您的吗？'],
    en: ['Anything else', 'That is all taken care of. Is there anything else I can do for you?'],
  },
  {
    code: 'js02',
    tags: ['结束', '咨询未买'],
    zh: ['咨询未下单', '感谢您的咨询，您慢慢考虑。后天店里有新品价，到时欢迎来看，有问题随时找我{{agent.name|小安}}。'],
    en: [
      'Asked, did not buy',
      'Thank you for asking, take your time. New prices start in two days. {{agent.name|Ann}} is glad to help.',
    ],
  },
  {
    code: 'js03',
    tags: ['结束', '未付款'],
    zh: ['已下单未付款', '订单已为您生成，库存以付款为准，您方便时付款就好。祝您今天愉快，有需要随时找我。'],
    en: [
      'Ordered, not paid',
      'Your order is ready, and payment holds the stock. Have a nice day, I am here if you need me.',
    ],
  },
  {
    code: 'js04',
    tags: ['结束', '已付款'],
    zh: ['已付款', '感谢您选择{{shop.name|云朵小铺}}，订单已交仓库。签收7天内吊牌完好可退换，有事找我们就好。'],
    en: ['Paid', 'Thank you for your order. Within 7 days of delivery, with tags on, you can return or exchange it.'],
  },
  {
    code: 'js05',
    tags: ['结束', '售后'],
    zh: ['售后处理完', '您的售后已经处理好，后面有进展我会主动告诉您。给您添麻烦了，谢谢您的理解。'],
    en: [
      'After-sale done',
      'Your case is settled; I will write to you when there is news. Thank you for your patience.',
    ],
  },
  {
    code: 'js06',
    tags: ['结束', '评价'],
    zh: ['邀请评价', '谢谢您的时间。如果对这次服务满意，欢迎给个评价；不满意的地方也请告诉我，我来改进。'],
    en: [
      'Asking for a rating',
      'Thank you for your time. If you like, please rate this talk; tell me too what I can do better.',
    ],
  },
  {
    code: 'js07',
    tags: ['结束', '长时间未回复'],
    zh: ['客户没再回复', '{{customer.name|亲}}，您可能在忙，我先不打扰。您的问题我都记着，回来在这里留言就能找到我们。'],
    en: [
      'Customer went quiet',
      'You may be busy, so I leave you for now. Just write here again and we go on from this point.',
    ],
  },
  {
    code: 'js08',
    tags: ['结束', '关怀'],
    zh: ['温暖收尾', '很高兴能帮到您，天气转凉，注意保暖，祝您生活愉快，我们下次见。'],
  },
])
