/** One line of the bench's output. `value` is a ratio where it can be; `ok` is null where no limit is set. */
export type Figure = {
  name: string
  value: number
  unit: string
  limit: number | null
  ok: boolean | null
  /** How often it was measured; of a percentile, how many calls. */
  runs: number
  /** What it was measured against, in the same run. */
  vs: Record<string, number | string>
}

/** @returns a figure; ok when the value is not over the limit */
export function figure(name: string, value: number, unit: string, limit: number | null, runs: number, vs: Figure['vs']): Figure {
  return { name, value: round(value), unit, limit, ok: limit === null ? null : value <= limit, runs, vs }
}

/** Three digits after the point: more says nothing here. */
export const round = (value: number): number => Math.round(value * 1_000) / 1_000

/** @param share 0.5 = median, 0.99 = p99 (nearest rank) @returns NaN of nothing */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

/** @returns the middle value, of an even number the mean of both */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2
}
