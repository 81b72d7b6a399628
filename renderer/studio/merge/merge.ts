import { keepSame } from '../../state/keep-same.ts'

export type Row = Record<string, unknown>

/** One field that somebody changed: the text both began from, and both texts now. */
export type MergeField = {
  key: string
  base: unknown
  theirs: unknown
  mine: unknown
  /** Both changed it, each otherwise: somebody has to choose. */
  both: boolean
}

/** The same content, whatever order its keys came in: the server keeps them in its own. */
export const same = (a: unknown, b: unknown): boolean => keepSame(a ?? null, b ?? null) === (a ?? null)

/**
 * What two supervisors made of one thing. Goes in: the content both began from (null = not known: then every difference is one to
 * choose), theirs as it is live, mine. Comes out: the fields that differ from where they began, those to choose first.
 */
export function mergeFields(base: Row | null, theirs: Row, mine: Row): MergeField[] {
  const fields = Object.keys(mine).flatMap((key): MergeField[] => {
    const [before, now, written] = [base?.[key], theirs[key], mine[key]]
    if (base === null ? same(now, written) : same(now, before) && same(written, before)) return []
    const both = !same(now, written) && (base === null || (!same(now, before) && !same(written, before)))
    return [{ key, base: before, theirs: now, mine: written, both }]
  })
  return [...fields.filter(({ both }) => both), ...fields.filter(({ both }) => !both)]
}

/** What stands in a field unless somebody chooses otherwise: the one change there is; of two, mine. */
export function proposed({ base, theirs, mine, both }: MergeField): unknown {
  return !both && same(mine, base) ? theirs : mine
}

/** The merged content: what was chosen, over mine. */
export function merged<C extends object>(mine: C, fields: readonly MergeField[], chosen: ReadonlyMap<string, unknown>): C {
  const changed = fields.map(field => [field.key, chosen.has(field.key) ? chosen.get(field.key) : proposed(field)])
  return { ...mine, ...Object.fromEntries(changed) as Partial<C> }
}
