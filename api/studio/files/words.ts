import { ScriptStage } from '../../../domain/entities/script.ts'
import type { Language } from '../../../domain/entities/scalars.ts'

/** The stages as a table names them (S2). */
export const STAGE_WORDS: Record<ScriptStage, { zh: string, en: string }> = {
  opening: { zh: '开场', en: 'Opening' }, care: { zh: '关怀', en: 'Care' }, waiting: { zh: '等待', en: 'Waiting' },
  look_up: { zh: '查询', en: 'Look-up' }, transfer: { zh: '转接', en: 'Transfer' }, recommendation: { zh: '推荐', en: 'Recommendation' },
  order_check: { zh: '核对订单', en: 'Order check' }, reminder: { zh: '提醒', en: 'Reminder' }, closing: { zh: '结束', en: 'Closing' },
  apology: { zh: '致歉', en: 'Apology' }, complaint: { zh: '投诉', en: 'Complaint' }, after_sale: { zh: '售后', en: 'After-sale' },
  meal: { zh: '就餐', en: 'Meal' }, handover_give: { zh: '交班', en: 'Handover, giving' }, handover_take: { zh: '接班', en: 'Handover, taking' },
  left_message: { zh: '留言', en: 'Left message' },
}
/** The scenes of S6 and of the built-in scripts as a table names them; a team's own scene is its own word. */
const SCENE_WORDS: Readonly<Record<string, { zh: string, en: string }>> = {
  care: { zh: '关怀', en: 'Care' }, stock: { zh: '库存', en: 'Stock' }, recommendation: { zh: '推荐', en: 'Recommendation' }, product: { zh: '商品', en: 'Product' },
  bargaining: { zh: '议价', en: 'Bargaining' }, shipping: { zh: '发货', en: 'Shipping' }, cash_on_delivery: { zh: '货到付款', en: 'Cash on delivery' },
  coupon: { zh: '优惠券', en: 'Coupon' }, gift: { zh: '赠品', en: 'Gift' }, phone_order: { zh: '电话订购', en: 'Phone order' }, campaign: { zh: '活动', en: 'Campaign' },
  size: { zh: '尺码', en: 'Size' }, logistics: { zh: '物流', en: 'Logistics' }, return: { zh: '退货', en: 'Return' }, refund: { zh: '退款', en: 'Refund' },
  exchange: { zh: '换货', en: 'Exchange' }, repair: { zh: '维修', en: 'Repair' }, quality: { zh: '质量', en: 'Quality' }, invoice: { zh: '发票', en: 'Invoice' },
}
const LANGUAGE_WORDS: Record<Language, { zh: string, en: string }> = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } }
const MORE_STAGES: Record<string, ScriptStage> = {
  开场白: 'opening', 欢迎语: 'opening', 欢迎: 'opening', 等待语: 'waiting', 查单: 'look_up', 查询中: 'look_up', 转接语: 'transfer', 推荐商品: 'recommendation',
  核单: 'order_check', 订单核对: 'order_check', 催付: 'reminder', 结束语: 'closing', 道歉: 'apology', 安抚: 'apology', 售后服务: 'after_sale', 用餐: 'meal',
  交接: 'handover_give', 离线留言: 'left_message',
}
const STAGES = new Map<string, ScriptStage>([
  ...Object.entries(MORE_STAGES),
  ...ScriptStage.options.flatMap((stage) => [stage, STAGE_WORDS[stage].zh, STAGE_WORDS[stage].en].map((word) => [plain(word), stage] as const)),
])
const LANGUAGES = new Map<string, Language>([
  ['zh', 'zh'], ['zh-cn', 'zh'], ['zh-hans', 'zh'], ['中文', 'zh'], ['汉语', 'zh'], ['简体中文', 'zh'], ['chinese', 'zh'],
  ['en', 'en'], ['en-us', 'en'], ['en-gb', 'en'], ['英文', 'en'], ['英语', 'en'], ['english', 'en'],
])

const SCENES = new Map(Object.entries(SCENE_WORDS).flatMap(([scene, { zh, en }]) => [zh, en].map((word) => [plain(word), scene] as const)))

function plain(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase().replace(/[\s_-]+/g, '-')
}

/** The stage that a cell names by its id or its word in either language; null = none of them. */
export const stageOfWord = (cell: string): ScriptStage | null => STAGES.get(plain(cell)) ?? STAGES.get(plain(cell).replaceAll('-', '_')) ?? null
/** The language that a cell names; null = none of ours. */
export const languageOfWord = (cell: string): Language | null => LANGUAGES.get(plain(cell)) ?? null
/** The scene that a cell names: one of ours by its word in either language, else the team's own, as it is written. */
export const sceneOfWord = (cell: string): string => SCENES.get(plain(cell)) ?? cell
/** The word for a scene. One that a team named like another of ours stays as it is: read in again it is the same. */
export function wordOfScene(scene: string, language: Language): string {
  const word = Object.hasOwn(SCENE_WORDS, scene) ? SCENE_WORDS[scene]?.[language] : undefined
  return word ?? scene
}
export const wordOfLanguage = (of: Language, language: Language): string => LANGUAGE_WORDS[of][language]
/** The language of a text without a column for it: a Chinese one has Chinese characters. */
export const languageOfText = (text: string): Language => /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
