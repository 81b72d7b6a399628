/** A value that is there by construction. Throws TypeError naming what is missing: a fault in the seed. */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new TypeError(`missing: ${what}`)
  return value
}
