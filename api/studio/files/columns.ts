import { ImportField } from '../../../protocol/studio.ts'
import type { Mapping } from '../../../protocol/studio.ts'
import type { z } from 'zod'

export type FileMapping = z.infer<typeof Mapping>
type Field = z.infer<typeof ImportField>
export type Recognised = 'shiftdesk' | 'qianniu' | 'unknown'

/** What our own export writes above its columns. */
export const HEADERS: Record<'zh' | 'en', Record<Exclude<Field, 'group'>, string>> = {
  zh: {
    code: '快捷编码', title: '标题', body: '内容', stage: '阶段', scene: '场景', language: '语言', tags: '标签', validFrom: '开始时间',
    validTo: '结束时间', campaign: '活动',
  },
  en: {
    code: 'Code', title: 'Title', body: 'Text', stage: 'Stage', scene: 'Scene', language: 'Language', tags: 'Tags', validFrom: 'Valid from',
    validTo: 'Valid to', campaign: 'Campaign',
  },
}

/** Words above columns, as spreadsheets and other programs name them; the earlier ones are the surer. */
const WORDS: Record<Field, readonly string[]> = {
  code: ['快捷编码', '快捷短语编码', '编码', '短语编码', '快捷码', '快捷键', '代码', '简码', '编号', 'code', 'shortcode', 'short code', 'shortcut',
    'quick code', 'quickcode', 'keyword', 'key'],
  title: ['标题', '话术标题', '名称', '短语标题', '主题', '问题', 'title', 'name', 'subject', 'question'],
  body: ['快捷短语', '短语内容', '快捷短语内容', '话术内容', '内容', '话术', '正文', '回复内容', '回复', '答案', '短语', '文本', 'body', 'text', 'content',
    'message', 'phrase', 'reply', 'answer'],
  group: ['快捷短语分组', '短语分组', '分组', '分组名称', '组', '组名', '分类', '类别', '目录', 'group', 'folder', 'category'],
  stage: ['阶段', '环节', '服务阶段', 'stage', 'step'],
  scene: ['场景', 'scene', 'scenario'],
  language: ['语言', '语种', 'language', 'lang', 'locale'],
  tags: ['标签', '关键词', '关键字', 'tags', 'tag', 'keywords', 'labels'],
  validFrom: ['开始时间', '生效时间', '开始日期', '生效日期', '有效期起', '有效期开始', 'valid from', 'validfrom', 'start', 'start date', 'from'],
  validTo: ['结束时间', '失效时间', '截止时间', '结束日期', '失效日期', '有效期止', '有效期结束', 'valid to', 'validto', 'end', 'end date', 'until', 'to'],
  campaign: ['活动', '活动名称', 'campaign'],
}
const FIELDS = ImportField.options
const SURE_OF_OURS = 5

const plain = (header: string): string => header.normalize('NFKC').trim().toLowerCase().replace(/[_\s]+/g, ' ').replace(/[*：:]/g, '')

/** Names of the columns; empty and repeated ones get a number, so that each can be chosen. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((cell, at) => {
    const name = cell.trim().slice(0, 60) || `#${at + 1}`
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

/** Which column holds what, guessed from the words above them; each column once. */
export function guessMapping(columns: readonly string[]): FileMapping {
  const mapping: FileMapping = {}
  const taken = new Set<string>()
  for (const field of FIELDS) {
    for (const word of WORDS[field]) {
      const column = columns.find((name) => !taken.has(name) && plain(name) === word)
      if (column === undefined) continue
      mapping[field] = column
      taken.add(column)
      break
    }
  }
  return mapping
}

/**
 * Where a file comes from, by its headers. 千牛 writes 快捷编码 (older: 快捷短语编码), 快捷短语 (or 短语内容), 快捷短语分组 (or 分组); lists of
 * teams put columns of their own beside them.
 */
export function recognise(columns: readonly string[]): Recognised {
  const words = new Set(columns.map(plain))
  const has = (...names: string[]): boolean => names.some((name) => words.has(name))
  const ours = (['zh', 'en'] as const).map((language) => Object.values(HEADERS[language]).filter((name) => words.has(plain(name))).length)
  if (Math.max(...ours) >= SURE_OF_OURS) return 'shiftdesk'
  const qianniu = has('快捷编码', '快捷短语编码', '短语编码') && has('快捷短语', '短语内容', '快捷短语内容') && has('快捷短语分组', '短语分组', '分组', '分组名称')
  return qianniu ? 'qianniu' : 'unknown'
}
