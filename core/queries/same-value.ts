// Values of live queries are plain data, made anew each time and never changed afterwards.

/** @returns whether two values say the same. A field that is absent and one that is undefined are the same */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false
    return true
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key in one) if (!sameValue(one[key], other[key])) return false
  for (const key in other) if (one[key] === undefined && other[key] !== undefined) return false
  return true
}

/** @returns what is left of `room` (characters, about) when the value is written into it; below zero as soon as it does not fit */
export function roomAfter(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length - 2
  if (typeof value !== 'object' || value === null) return room - 6
  let left = room
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && left >= 0; i++) left = roomAfter(value[i], left)
    return left
  }
  const fields = value as Record<string, unknown>
  for (const key in fields) {
    if (left < 0) return left
    left = roomAfter(fields[key], left - key.length - 4)
  }
  return left
}
