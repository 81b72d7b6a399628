/** Imports whose readings a node holds at most; those of 20,000 rows are some 5 MB. */
const MOST = 3

const held = new Map<string, string[]>()

/**
 * Readings (`script.pinyin`) of the rows of files that this node has read, by their index: made in the thread that read the file, while a person looks
 * at the preview. What is not here (another node read it, it is long ago, not made yet) is made when the row goes out.
 */
export function holdReadings(importId: string, from: number, readings: readonly string[]): void {
  const list = held.get(importId) ?? []
  for (const [n, reading] of readings.entries()) list[from + n] = reading
  held.delete(importId)
  held.set(importId, list)
  const oldest = held.keys().next().value
  if (held.size > MOST && oldest !== undefined) held.delete(oldest)
}

export const heldReading = (releaseId: string, idx: number): string | undefined => held.get(releaseId)?.[idx]

export function dropReadings(releaseId: string): void {
  held.delete(releaseId)
}
