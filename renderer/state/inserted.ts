import type { LineKind } from '../../domain/entities/team.ts'
import type { ScriptUse } from '../../protocol/mutations.ts'
import type { Span } from '../../protocol/script-views.ts'

/** A script that was put into a reply: as it was, and where it stands now (UTF-16). */
export type Inserted = { scriptId: string; kind: LineKind | null; body: string; from: number; to: number }

/** What one change did: `[from, to)` of the text before became `[from, to + by)`. */
function changeOf(before: string, after: string): { from: number; to: number; by: number } {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { from, to: before.length - same, by: after.length - before.length }
}

/** Where stretches of a text stand after it was changed at one place; `touched` says whether the change was inside. */
function shifted(before: string, after: string): (from: number, to: number) => { from: number; to: number; touched: boolean } {
  const change = changeOf(before, after)
  return (from, to) => {
    if (change.from >= to) return { from, to, touched: false }
    if (change.to <= from) return { from: from + change.by, to: to + change.by, touched: false }
    return { from: Math.min(from, change.from), to: Math.max(to, change.to) + change.by, touched: true }
  }
}

/** The scripts in a reply after it was changed; one that is gone altogether is dropped. */
export function moveInserted(all: readonly Inserted[], before: string, after: string): Inserted[] {
  if (all.length === 0 || before === after) return [...all]
  const place = shifted(before, after)
  return all.flatMap(one => {
    const { from, to } = place(one.from, one.to)
    return to > from ? [{ ...one, from, to }] : []
  })
}

/** Marks that still stand after a change: what was written into is to be looked at again. */
export function moveMarks<T extends { span: Span }>(all: readonly T[], before: string, after: string): T[] {
  if (before === after) return [...all]
  const place = shifted(before, after)
  return all.flatMap(one => {
    const { from, to, touched } = place(one.span[0], one.span[1])
    return touched ? [] : [{ ...one, span: [from, to] as Span }]
  })
}

const MOST_USES = 10

/** N3: which scripts are in the reply, and how much of each was changed since. */
export function usesOf(all: readonly Inserted[], text: string): ScriptUse[] {
  return all.slice(0, MOST_USES).map(({ scriptId, body, from, to }) => ({ scriptId, edited: editedShare(body, text.slice(from, to)) }))
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
 * else is judged by its words.
 */
export function sentKind(text: string, all: readonly Inserted[]): { kind: LineKind | null; scriptId: string | null } {
  const [one, second] = all
  const nothing = { kind: null, scriptId: null }
  if (!one || second || text.slice(0, one.from).trim() !== '' || text.slice(one.to).trim() !== '') return nothing
  return editedShare(one.body, text.slice(one.from, one.to).trimEnd()) <= HARDLY ? { kind: one.kind, scriptId: one.scriptId } : nothing
}
const HARDLY = 0.3
