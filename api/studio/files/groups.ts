import type { ScriptStage } from '../../../domain/entities/script.ts'

interface Guess { readonly stage: ScriptStage, readonly scene: string | null }

/** Words of group names, first match counts; `scene` is one of S6 and K8, null = the group says none. */
const WORDS: readonly (readonly [RegExp, ScriptStage, string | null])[] = [
  [/未分组|默认|ungrouped|default/i, 'recommendation', null],
  [/交班|交接给|handover give/i, 'handover_give', null],
  [/接班|handover take/i, 'handover_take', null],
  [/就餐|吃饭|用餐|meal/i, 'meal', null],
  [/留言|夜间|离线|left message|offline/i, 'left_message', null],
  [/欢迎|开场|首语|问候|打招呼|迎接|opening|greeting|welcome/i, 'opening', null],
  [/结束|告别|再见|送客|收尾|好评|评价|closing|goodbye|review/i, 'closing', null],
  [/等待|稍等|忙碌|繁忙|waiting|busy/i, 'waiting', null],
  [/查询|查单|核实|look.?up/i, 'look_up', null],
  [/转接|转人工|transfer/i, 'transfer', null],
  [/投诉|差评|纠纷|complaint/i, 'complaint', null],
  [/道歉|安抚|致歉|apolog|sorry/i, 'apology', null],
  [/催付|催拍|未付款|付款提醒|reminder|unpaid/i, 'reminder', null],
  [/核对|订单确认|地址确认|order check/i, 'order_check', null],
  [/退款|refund/i, 'after_sale', 'refund'],
  [/退货|退换|return/i, 'after_sale', 'return'],
  [/换货|换码|exchange/i, 'after_sale', 'exchange'],
  [/维修|保修|质保|repair|warranty/i, 'after_sale', 'repair'],
  [/质量|破损|瑕疵|quality|damage/i, 'after_sale', 'quality'],
  [/物流|快递|查件|logistic|tracking/i, 'after_sale', 'logistics'],
  [/发票|invoice/i, 'after_sale', 'invoice'],
  [/售后|after.?sale/i, 'after_sale', null],
  [/尺码|尺寸|身高|size/i, 'recommendation', 'size'],
  [/活动|大促|双11|双十一|618|满减|campaign|promotion/i, 'recommendation', 'campaign'],
  [/优惠|券|coupon|voucher/i, 'recommendation', 'coupon'],
  [/议价|砍价|便宜|bargain/i, 'recommendation', 'bargaining'],
  [/赠品|礼品|gift/i, 'recommendation', 'gift'],
  [/货到付款|cash on delivery/i, 'recommendation', 'cash_on_delivery'],
  [/发货|运费|包邮|配送|shipping|delivery/i, 'recommendation', 'shipping'],
  [/库存|缺货|补货|stock/i, 'recommendation', 'stock'],
  [/产品|商品|材质|面料|product|material/i, 'recommendation', 'product'],
  [/关怀|care/i, 'care', 'care'],
  [/推荐|搭配|recommend/i, 'recommendation', 'recommendation'],
]

/**
 * What a group of another program's phrases is here (S2, S6): known words give stage and scene, any other name becomes a scene of
 * the team's own. Goes in: the group's name as it stands in the file.
 */
export function guessGroup(group: string): Guess {
  const name = group.normalize('NFKC').trim()
  if (name === '') return { stage: 'recommendation', scene: null }
  for (const [word, stage, scene] of WORDS) if (word.test(name)) return { stage, scene }
  return { stage: 'recommendation', scene: name.slice(0, 40) }
}
