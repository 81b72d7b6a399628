/** @returns a list in parts of at most so many: what is done to hundreds goes in intents that each fit one commit of the server */
export function slices<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, index) => list.slice(index * most, (index + 1) * most))
}
