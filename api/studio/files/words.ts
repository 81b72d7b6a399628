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

function plain(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase().replace(/[\s_-]+/g, '-')
}

/** The stage that a cell names by its id or its word in either language; null = none of them. */
export const stageOfWord = (cell: string): ScriptStage | null => STAGES.get(plain(cell)) ?? STAGES.get(plain(cell).replaceAll('-', '_')) ?? null
/** The language that a cell names; null = none of ours. */
export const languageOfWord = (cell: string): Language | null => LANGUAGES.get(plain(cell)) ?? null
/** The language of a text without a column for it: a Chinese one has Chinese characters. */
export const languageOfText = (text: string): Language => /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
