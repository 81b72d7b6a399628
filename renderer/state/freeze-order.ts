/** Sections of a list with the ids in them, in the order shown. */
export type Layout<S extends string> = { section: S; ids: string[] }[]

/**
 * No row moves while the pointer or the keyboard is on the list: the shown layout stays as it is. Rows that are gone keep
 * their place (the caller shows them dimmed), new ones wait.
 * @param shown the layout on screen, null = nothing is frozen
 * @param incoming the layout as the core gives it
 * @returns what to show, the ids that wait to be shown, and whether the order differs
 */
export function freezeOrder<S extends string>(
  shown: Layout<S> | null, incoming: Layout<S>,
): { layout: Layout<S>; waiting: string[]; differs: boolean } {
  if (!shown) return { layout: incoming, waiting: [], differs: false }
  const onScreen = new Set(shown.flatMap(({ ids }) => ids))
  const waiting = incoming.flatMap(({ ids }) => ids).filter(id => !onScreen.has(id))
  return { layout: shown, waiting, differs: key(shown) !== key(incoming) }
}

function key(layout: Layout<string>): string {
  return layout.map(({ section, ids }) => `${section}:${ids.join(',')}`).join('|')
}
