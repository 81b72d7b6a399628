/**
 * The next value with every unchanged part taken from the one before, so that `===` tells what has changed and only those
 * rows render. Both are plain data of live queries.
 */
export function keepSame<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (Array.isArray(before) && Array.isArray(next)) {
    const byId = idsOf(before)
    const kept = next.map((item: unknown, index) => keepSame(byId?.get(idOf(item)) ?? before[index], item))
    return (kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept) as T
  }
  if (isRecord(before) && isRecord(next)) {
    const keys = Object.keys(next)
    let same = keys.length === Object.keys(before).length
    const kept: Record<string, unknown> = {}
    for (const key of keys) {
      kept[key] = keepSame(before[key], next[key])
      if (kept[key] !== before[key]) same = false
    }
    return (same ? before : kept) as T
  }
  return next
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function idOf(item: unknown): unknown {
  return isRecord(item) ? item['id'] ?? item['key'] ?? item['personId'] : undefined
}

function idsOf(items: unknown[]): Map<unknown, unknown> | null {
  if (items.length === 0 || idOf(items[0]) === undefined) return null
  return new Map(items.map(item => [idOf(item), item]))
}
