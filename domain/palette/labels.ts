import type { ScriptStage } from '../entities/script.ts'

/** How an agent calls a stage or scene: in Chinese, its reading, in English. */
type Label = readonly [zh: string, pinyin: string, en: string]

export const STAGE_LABELS: Readonly<Record<ScriptStage, Label>> = {
  opening: ['开场 问候', 'kai chang wen hou', 'opening greeting'],
  care: ['关怀', 'guan huai', 'care'],
  waiting: ['等待 稍等', 'deng dai shao deng', 'waiting holding'],
  look_up: ['查询', 'cha xun', 'look-up check'],
  transfer: ['转接', 'zhuan jie', 'transfer'],
  recommendation: ['推荐', 'tui jian', 'recommendation'],
  order_check: ['核对订单', 'he dui ding dan', 'order check'],
  reminder: ['提醒 催付', 'ti xing cui fu', 'reminder'],
  closing: ['结束语 收尾', 'jie shu yu shou wei', 'closing'],
  apology: ['致歉 道歉', 'zhi qian dao qian', 'apology'],
  complaint: ['投诉', 'tou su', 'complaint'],
  after_sale: ['售后', 'shou hou', 'after-sale'],
  meal: ['就餐', 'jiu can', 'meal'],
  handover_give: ['交班', 'jiao ban', 'handover'],
  handover_take: ['接班', 'jie ban', 'takeover'],
  left_message: ['留言', 'liu yan', 'left message'],
}

/** Scenes of S6 and of after-sale; a team's own scene is its own word. */
export const SCENE_LABELS: Readonly<Record<string, Label>> = {
  care: ['关怀', 'guan huai', 'care'],
  stock: ['库存', 'ku cun', 'stock'],
  recommendation: ['推荐', 'tui jian', 'recommendation'],
  product: ['商品', 'shang pin', 'product'],
  bargaining: ['议价 砍价', 'yi jia kan jia', 'bargaining'],
  shipping: ['发货', 'fa huo', 'shipping'],
  cash_on_delivery: ['货到付款', 'huo dao fu kuan', 'cash on delivery'],
  coupon: ['优惠券', 'you hui quan', 'coupon'],
  gift: ['赠品 礼物', 'zeng pin li wu', 'gift'],
  phone_order: ['电话下单', 'dian hua xia dan', 'phone order'],
  campaign: ['活动', 'huo dong', 'campaign'],
  refund: ['退款', 'tui kuan', 'refund'],
  return: ['退货', 'tui huo', 'return'],
  exchange: ['换货', 'huan huo', 'exchange'],
  repair: ['维修', 'wei xiu', 'repair'],
  quality: ['质量', 'zhi liang', 'quality'],
  logistics: ['物流', 'wu liu', 'logistics'],
  invoice: ['发票', 'fa piao', 'invoice'],
  size: ['尺码', 'chi ma', 'size'],
}
