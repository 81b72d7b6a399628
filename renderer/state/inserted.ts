import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import { MOST_INSERTED } from '../../domain/entities/plain-lists.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import type { ScriptUse } from '../../protocol/mutations.ts'
import type { Span } from '../../protocol/script-views.ts'

/** What one change did: `[from, to)` of the text before became `[from, to + by)`. */
type Change = { from: number; to: number; by: number }

function changeOf(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { from, to: before.length - same, by: after.length - before.length }
}

/** Where stretches of a text stand after it was changed at one place; `touched` says whether the change was inside. */
function shifted(change: Change): (from: number, to: number) => { from: number; to: number; touched: boolean } {
  return (from, to) => {
    if (change.from >= to) return { from, to, touched: false }
    if (change.to <= from) return { from: from + change.by, to: to + change.by, touched: false }
    return { from: Math.min(from, change.from), to: Math.max(to, change.to) + change.by, touched: true }
  }
}

/** A script as it was just put in at this place. @param open what is still to be filled in, within `line` */
export function insertedScript({ id, kind }: { id: string; kind: LineKind | null }, line: string, open: readonly Span[], at: number): InsertedScript {
  return { scriptId: id, kind, body: without(line, open), from: at, to: at + line.length, open: open.map(([from, to]): Span => [at + from, at + to]) }
}

/** The scripts in a reply after it was changed; one that is gone altogether is dropped. */
export function moveInserted(all: readonly InsertedScript[], before: string, after: string): InsertedScript[] {
  if (all.length === 0 || before === after) return [...all]
  const change = changeOf(before, after)
  const place = shifted(change)
  return all.flatMap(one => {
    const fillsEnd = change.from === one.to && change.to === one.to && one.open.some(([, to]) => to === one.to)
    const { from, to } = fillsEnd ? { from: one.from, to: one.to + change.by } : place(one.from, one.to)
    return to > from ? [{ ...one, from, to, open: one.open.flatMap(span => filledIn(span, change)) }] : []
  })
}

/**
 * A place to be filled in, after a change. What is typed in it or right behind it fills it; of a change that reaches beyond it, nothing does.
 * @returns nothing when the place was overwritten together with words around it
 */
function filledIn([from, to]: Span, change: Change): Span[] {
  if (change.from === change.to && change.from === from && from < to) return [[from + change.by, to + change.by]]
  if (from <= change.from && change.to <= to) return [[from, to + change.by]]
  if (change.from >= to) return [[from, to]]
  if (change.to <= from) return [[from + change.by, to + change.by]]
  if (from < change.from) return [[from, change.from]]
  return change.to < to ? [[change.to + change.by, to + change.by]] : []
}

/** The scripts of a text of which so many characters were cut off before, and that ends here. */
export function cutInserted(all: readonly InsertedScript[], before: number, length: number): InsertedScript[] {
  const at = (place: number) => Math.min(length, Math.max(0, place - before))
  return all.map(one => ({ ...one, from: at(one.from), to: at(one.to), open: one.open.map(([from, to]): Span => [at(from), at(to)]) }))
}

/** A text without these stretches of it, which are in order. */
function without(text: string, spans: readonly Span[], begins = 0): string {
  let at = begins
  let kept = ''
  for (const [from, to] of spans) {
    kept += text.slice(at, from)
    at = to
  }
  return kept + text.slice(at)
}

/** More than this in one place is no value but words of the agent's own. */
const LONGEST_VALUE = 40

/** What stands of a script in this text, without what was filled in. */
const wordsOf = ({ from, to, open }: InsertedScript, text: string): string =>
  without(text.slice(0, to), open.filter(([begins, ends]) => ends - begins <= LONGEST_VALUE), from)

/** Marks that still stand after a change: what was written into is to be looked at again. */
export function moveMarks<T extends { span: Span }>(all: readonly T[], before: string, after: string): T[] {
  if (before === after) return [...all]
  const place = shifted(changeOf(before, after))
  return all.flatMap(one => {
    const { from, to, touched } = place(one.span[0], one.span[1])
    return touched ? [] : [{ ...one, span: [from, to] as Span }]
  })
}

/** N3: which scripts are in the reply, and how much of each was changed since. What was filled in for a variable is no change. */
export function usesOf(all: readonly InsertedScript[], text: string): ScriptUse[] {
  return all.slice(0, MOST_INSERTED).map(one => ({ scriptId: one.scriptId, edited: editedShare(one.body, wordsOf(one, text)) }))
}

/** Above this many steps nobody waits for an exact figure. */
const MOST_STEPS = 4_000_000

/** @returns 0 = as it was, 1 = nothing of it left: single-character changes by the length of the longer text */
export function editedShare(before: string, after: string): number {
  const longest = Math.max(before.length, after.length)
  if (longest === 0 || before === after) return 0
  const change = changeOf(before, after)
  const a = before.slice(change.from, change.to)
  const b = after.slice(change.from, change.to + change.by)
  const steps = a.length * b.length > MOST_STEPS ? Math.max(a.length, b.length) : distance(a, b)
  return Math.min(1, steps / longest)
}

function distance(a: string, b: string): number {
  let row = Uint16Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = new Uint16Array(b.length + 1)
    next[0] = i + 1
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = Math.min((row[j] ?? 0) + (a[i] === b[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1)
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * T12: a reply that is one script from its first to its last character, hardly changed, is sent as that script's line. Everything
 * else is judged by its words. What was filled in counts as a change here: a whole answer fits into one place.
 */
export function sentKind(text: string, all: readonly InsertedScript[]): { kind: LineKind | null; scriptId: string | null } {
  const [one, second] = all
  const nothing = { kind: null, scriptId: null }
  if (!one || second || text.slice(0, one.from).trim() !== '' || text.slice(one.to).trim() !== '') return nothing
  return editedShare(one.body, text.slice(one.from, one.to).trimEnd()) <= HARDLY ? { kind: one.kind, scriptId: one.scriptId } : nothing
}
const HARDLY = 0.3
