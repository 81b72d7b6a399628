/** One thing that was looked at, and what was wrong with it. */
export interface Verdict {
  readonly name: string
  readonly faults: string[]
  /** How many things were looked at: a check of nothing proves nothing. */
  readonly looked: number
}

const SHOWN = 12

/** @returns the lines to print for a check */
export function linesOf({ name, faults, looked }: Verdict): string[] {
  const shown = faults.slice(0, SHOWN).map(fault => `    ${fault}`)
  const more = faults.length > SHOWN ? [`    … and ${faults.length - SHOWN} more`] : []
  return [`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${looked} looked at)`, ...shown, ...more]
}
