const DAY_MS = 86_400_000
/** A use counts half after this. */
const HALF_LIFE_MS = 14 * DAY_MS
/** The most that use can bring, and how many fresh uses bring half of it. */
const MOST = 24
const HALF_OF_MOST = 4
const RECENT_MS = DAY_MS
const RECENT = 4
export const OFTEN_FROM = 8

/** What an agent's own use of a script brings to its rank: often and lately counts. @param uses epoch ms, oldest first */
export function usageBonus(uses: readonly number[], nowMs: number): number {
  let count = 0
  for (const atMs of uses) count += 0.5 ** (Math.max(0, nowMs - atMs) / HALF_LIFE_MS)
  const last = uses.at(-1)
  return MOST * count / (count + HALF_OF_MOST) + (last !== undefined && nowMs - last < RECENT_MS ? RECENT : 0)
}
