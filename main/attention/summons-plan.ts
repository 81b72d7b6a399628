import type { Summons } from '../../protocol/shell.ts'

export type SummonsState = { summons: readonly Summons[]; quiet: boolean; focused: boolean }

/**
 * Which notifications go up and which come down. Each occasion calls once: who looks at the window has seen it there, and what was shown and
 * put away does not come back. In quiet mode nothing is shown.
 * @param called ids that have called already
 */
export function planSummons({ summons, quiet, focused }: SummonsState, called: ReadonlySet<string>): { show: Summons[]; keep: Set<string> } {
  const keep = new Set(summons.map(({ id }) => id))
  return { show: quiet || focused ? [] : summons.filter(({ id }) => !called.has(id)), keep }
}
