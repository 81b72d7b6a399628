type Values = Record<string, string | number | readonly string[] | null>

const isNothing = (value: Values[string]): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** @returns whether no field says anything */
export function isEmpty(values: Values): boolean {
  return Object.values(values).every(isNothing)
}

/** @returns the fields that say something; with `empty` also those that do not */
export function given<V extends Values>(values: V, empty: boolean): Partial<V> {
  const wanted: Partial<V> = { ...values }
  for (const key in values) if (!empty && isNothing(values[key] ?? null)) delete wanted[key]
  return wanted
}
