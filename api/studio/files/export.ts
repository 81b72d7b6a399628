import iconv from 'iconv-lite'
import writeSheet from 'write-excel-file/node'
import type { Language } from '../../../domain/entities/scalars.ts'
import type { ScriptContent } from '../../../domain/entities/script.ts'
import { HEADERS } from './columns.ts'
import { cellOfTime } from './dates.ts'
import { STAGE_WORDS, wordOfLanguage, wordOfScene } from './words.ts'

export type ExportFormat = 'csv' | 'csv-gbk' | 'xlsx'

const COLUMNS = ['code', 'title', 'body', 'stage', 'scene', 'language', 'tags', 'validFrom', 'validTo', 'campaign'] as const
const WIDTHS: Record<(typeof COLUMNS)[number], number> = {
  code: 12, title: 28, body: 80, stage: 12, scene: 14, language: 8, tags: 24, validFrom: 18, validTo: 18, campaign: 18,
}
const UTF8_MARK = '\uFEFF'
/** What a spreadsheet would run as a formula when it opens the file; with apostrophes before it that is undone by as many. */
const FORMULA = /^'*[=+\-@\t\r]/

function cellsOf(script: ScriptContent, language: Language, timeZone: string): string[] {
  const cells: Record<(typeof COLUMNS)[number], string> = {
    code: script.code, title: script.title, body: script.body, stage: STAGE_WORDS[script.stage][language], scene: script.scene === null ? '' : wordOfScene(script.scene, language),
    language: wordOfLanguage(script.language, language), tags: script.tags.join('; '), validFrom: cellOfTime(script.validFromMs, timeZone),
    validTo: cellOfTime(script.validToMs, timeZone), campaign: script.campaign ?? '',
  }
  return COLUMNS.map((column) => FORMULA.test(cells[column]) ? `'${cells[column]}` : cells[column])
}

function csvCell(cell: string): string {
  return /[",;\t\r\n']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * The scripts as a table that readFile knows again: CSV in UTF-8 with its mark or in GBK (GB18030), or XLSX. Goes in: scripts, the
 * language of headers, stages, scenes and languages, the shop's time zone. Cells that would be formulas are text.
 */
export async function exportTable(
  scripts: readonly ScriptContent[], format: ExportFormat, language: Language, timeZone: string,
): Promise<Uint8Array> {
  const header = COLUMNS.map((column) => HEADERS[language][column])
  const rows = scripts.map((script) => cellsOf(script, language, timeZone))
  if (format === 'xlsx') {
    const sheet = [
      header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map((value) => ({ type: String, value, wrap: true, alignVertical: 'top' as const }))),
    ]
    return writeSheet(sheet, { sheet: 'Shiftdesk', columns: COLUMNS.map((column) => ({ width: WIDTHS[column] })), stickyRowsCount: 1 }).toBuffer()
  }
  const text = [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
  return format === 'csv' ? Buffer.from(UTF8_MARK + text, 'utf8') : iconv.encode(text, 'gb18030')
}
