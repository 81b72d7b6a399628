import type { z } from 'zod'
import type { ScriptContent } from '../../../domain/entities/script.ts'
import { EVERYBODY } from '../../../domain/entities/script.ts'
import type { Fault, ImportField } from '../../../protocol/studio.ts'
import { timeOfCell } from './dates.ts'
import { guessGroup } from './groups.ts'
import { languageOfText, languageOfWord, sceneOfWord, stageOfWord } from './words.ts'

export type Field = z.infer<typeof ImportField>
/** The cells of a row by what they hold; a field without a column is not there. */
export type Cells = Partial<Record<Field, string>>
export type Wrong = Pick<Fault, 'code' | 'value'> & { readonly field: Field }

const LONGEST = { code: 30, title: 120, body: 4_000, scene: 40, tag: 30, tags: 30, campaign: 60 }
const TITLE_LENGTH = 30
const CLAUSES_LENGTH = 18
const LOST = '\uFFFD'
const NO_GROUP = /^(未分组|默认分组|默认|ungrouped|default)$/i

/** Our export writes an apostrophe before what a spreadsheet would take for a formula; here it goes again. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r])/, '')
/** 千牛 writes commas and line ends inside a cell as character references. */
const withoutReferences = (cell: string): string =>
  cell.replace(/&#(\d{1,3});/g, (all, code: string) => ['9', '10', '13', '34', '39', '44'].includes(code) ? String.fromCharCode(Number(code)) : all)

/** A cell as it was meant: without guards, with one kind of line end. `references`: the file is one of 千牛. */
export function meantCell(cell: string, references: boolean): string {
  const text = withoutGuard(cell)
  return (references ? withoutReferences(text) : text).replace(/\r\n?/g, '\n').trim()
}

/** Of a long sentence as many clauses as fit; a greeting alone is none. */
function firstClauses(sentence: string): string {
  if (sentence.length <= CLAUSES_LENGTH) return sentence
  const ends = [...sentence.slice(0, CLAUSES_LENGTH + 1).matchAll(/[，,、：:]/g)].map(({ index }) => index).filter((index) => index >= 4)
  return sentence.slice(0, ends.at(-1) ?? sentence.length)
}

/** A title for a text without one: its first sentence, at most 30 characters. */
export function titleOf(body: string): string {
  const clean = body.replace(/\{\{([^}|]*)(?:\|([^}]*))?\}\}/g, (_all, name: string, fallback?: string) => fallback ?? name).trim()
  const sentence = /^[^。！？!?；;\n~～]{2,}/u.exec(clean)?.[0].trim() ?? clean
  const characters = [...firstClauses(sentence.replace(/\s+/g, ' '))]
  return (characters.length > TITLE_LENGTH ? `${characters.slice(0, TITLE_LENGTH - 1).join('')}…` : characters.join('')) || clean.slice(0, TITLE_LENGTH)
}

const tagsOf = (cell: string): string[] => [...new Set(cell.split(/[;；,，、|\n]/).map((tag) => tag.trim()).filter((tag) => tag !== ''))]

class Reader {
  readonly wrong: Wrong[] = []
  readonly cells: Cells
  constructor(cells: Cells) { this.cells = cells }

  fail(field: Field, code: Fault['code'], value: string): void {
    this.wrong.push({ field, code, value: value.slice(0, 200) })
  }

  /** @returns the cell; null = empty; undefined = there is no such column */
  text(field: Field, longest = Number.POSITIVE_INFINITY): string | null | undefined {
    const cell = this.cells[field]
    if (cell === undefined) return undefined
    if (cell.includes(LOST)) this.fail(field, 'unreadable', cell)
    if (cell.length > longest) this.fail(field, 'too_long', `${cell.length} > ${longest}`)
    return cell === '' ? null : cell
  }

  /** @returns what `read` makes of the cell; null of an empty one */
  word<T>(field: Field, code: Fault['code'], read: (cell: string) => T | null): T | null | undefined {
    const cell = this.text(field)
    if (cell === null || cell === undefined) return cell
    const value = read(cell)
    if (value === null) this.fail(field, code, cell)
    return value
  }
}

/**
 * A script out of the cells of a row, over the one with its code that there is already (null = a new one): what has no column stays
 * as it is. Comes out: the content with everything that is wrong with it; `content.code` is '' where the row has none.
 */
export function contentOfRow(cells: Cells, existing: ScriptContent | null, timeZone: string): { content: ScriptContent, wrong: Wrong[] } {
  const row = new Reader(cells)
  const code = row.text('code', LONGEST.code)
  const body = row.text('body', LONGEST.body) ?? ''
  if (body === '') row.fail('body', 'missing', '')
  const title = row.text('title', LONGEST.title)
  const group = row.text('group')
  const guess = guessGroup(group && !NO_GROUP.test(group) ? group : '')
  const stage = row.word('stage', 'unknown_stage', stageOfWord)
  const sceneCell = row.text('scene', LONGEST.scene)
  // A team's own scene may be called like one of ours.
  const scene = sceneCell && sceneCell !== existing?.scene ? sceneOfWord(sceneCell) : sceneCell
  const language = row.word('language', 'unknown_language', languageOfWord)
  const tags = row.text('tags')
  const tagList = tagsOf(tags ?? '')
  const longTag = tagList.find((tag) => tag.length > LONGEST.tag)
  if (longTag !== undefined || tagList.length > LONGEST.tags) row.fail('tags', 'too_long', longTag ?? `${tagList.length} > ${LONGEST.tags}`)
  const validFromMs = row.word('validFrom', 'bad_date', (cell) => timeOfCell(cell, timeZone, false))
  const validToMs = row.word('validTo', 'bad_date', (cell) => timeOfCell(cell, timeZone, true))
  const campaign = row.text('campaign', LONGEST.campaign)
  const content: ScriptContent = {
    code: code ?? existing?.code ?? '',
    stage: stage ?? existing?.stage ?? guess.stage,
    scene: scene === undefined ? existing ? existing.scene : guess.scene : scene,
    title: title ?? existing?.title ?? titleOf(body),
    body,
    language: language ?? existing?.language ?? languageOfText(body),
    tags: tags === undefined ? existing?.tags ?? [] : tagList,
    twinOf: existing?.twinOf ?? null,
    validFromMs: timeOr(validFromMs, existing?.validFromMs ?? null),
    validToMs: timeOr(validToMs, existing?.validToMs ?? null),
    campaign: campaign === undefined ? existing?.campaign ?? null : campaign,
    audience: existing?.audience ?? EVERYBODY,
    pictureIds: existing?.pictureIds ?? [],
    ownerId: existing?.ownerId ?? null,
    reviewAtMs: existing?.reviewAtMs ?? null,
  }
  const { validFromMs: from, validToMs: to } = content
  if (from !== null && to !== null && from >= to) row.fail('validTo', 'dates_reversed', `${cells.validFrom ?? ''} – ${cells.validTo ?? ''}`)
  return { content, wrong: row.wrong }
}

/** A time as it was, where the table has none or shows that very second: tables know no milliseconds. */
function timeOr(read: number | null | undefined, before: number | null): number | null {
  if (read === undefined) return before
  return before !== null && read === before - before % 1_000 ? before : read
}
