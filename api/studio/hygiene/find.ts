import type { Script } from '../../../domain/entities/script.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { nearPairs } from './near-duplicates.ts'
import { pastDate } from './past-dates.ts'

export type Issue = StudioOutput<'hygiene'>[number]

/** How often a script was inserted, and how much of it was changed then (0 to 1). */
export interface Use { readonly scriptId: string, readonly uses: number, readonly edited: number, readonly lastAtMs: number }
export interface HygieneInput {
  readonly scripts: readonly Script[]
  readonly uses: readonly Use[]
  readonly nowMs: number
  readonly timeZone: string
  /** S5: so long without an insertion is unused. */
  readonly unusedDays: number
  /** Names of variables in a text that there are none of. */
  readonly brokenVariables: (body: string) => readonly string[]
  /** Wordings in a text that a language rule warns of or blocks. */
  readonly languageFaults: (body: string) => readonly string[]
}

const DAY_MS = 86_400_000
const NEAR = 0.8
/** Fewer insertions say little. */
const LEAST_USES = 5
const MUCH_EDITED = 0.3
const MOST_EDITED_SHOWN = 50

const issue = (kind: Issue['kind'], scriptId: string, more: Partial<Issue> = {}): Issue => (
  { kind, scriptId, otherId: null, words: null, value: null, ...more })

/** Not inserted for so many days; what was written or changed since then had no time yet. `value`: days since the last time, null = never. */
function unused({ scripts, uses, nowMs, unusedDays }: HygieneInput): Issue[] {
  const last = new Map(uses.map(({ scriptId, lastAtMs }) => [scriptId, lastAtMs]))
  const limitMs = nowMs - unusedDays * DAY_MS
  return scripts.filter(({ id, updatedAtMs }) => updatedAtMs < limitMs && (last.get(id) ?? 0) < limitMs).map(({ id }) => {
    const lastMs = last.get(id)
    return issue('unused', id, { value: lastMs === undefined ? null : Math.floor((nowMs - lastMs) / DAY_MS) })
  })
}

function mostEdited({ scripts, uses }: HygieneInput): Issue[] {
  const here = new Set(scripts.map(({ id }) => id))
  return uses.filter(({ scriptId, uses: count, edited }) => here.has(scriptId) && count >= LEAST_USES && edited >= MUCH_EDITED)
    .sort((a, b) => b.edited - a.edited).slice(0, MOST_EDITED_SHOWN).map(({ scriptId, edited }) => issue('most_edited', scriptId, { value: edited }))
}

function inText(script: Script, { nowMs, timeZone, brokenVariables, languageFaults }: HygieneInput): Issue[] {
  const { id, body, updatedAtMs, validToMs } = script
  if (validToMs !== null && validToMs < nowMs) return [issue('expired_campaign', id, { value: Math.floor((nowMs - validToMs) / DAY_MS) })]
  const found: Issue[] = []
  const past = pastDate(body, updatedAtMs, nowMs, timeZone)
  if (past) found.push(issue('expired_promise', id, { words: past.words, value: Math.floor((nowMs - past.endsAtMs) / DAY_MS) }))
  const variables = brokenVariables(body)
  if (variables.length > 0) found.push(issue('broken_variable', id, { words: variables.join(' ') }))
  const faults = languageFaults(body)
  if (faults.length > 0) found.push(issue('language', id, { words: [...new Set(faults)].join(' · ') }))
  return found
}

/** What is worth a look among the team's scripts (S5), by kind. */
export function findIssues(input: HygieneInput): Issue[] {
  const texts = input.scripts.map(({ id, body }) => ({ id, text: body }))
  return [
    ...input.scripts.flatMap((script) => inText(script, input)),
    ...nearPairs(texts, NEAR).map(({ id, otherId, similarity }) => issue('near_duplicate', id, { otherId, value: similarity })),
    ...mostEdited(input),
    ...unused(input),
  ]
}
