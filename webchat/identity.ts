/** Suffix of the browser's memory for the customer an identity token names; the server alone checks the token. */
export function memoryOf(identity: string | null): string {
  const claims = identity?.split('.')[1]
  if (claims === undefined) return ''
  try {
    const text = atob(claims.replaceAll('-', '+').replaceAll('_', '/'))
    const { sub } = JSON.parse(text) as { sub?: unknown }
    return typeof sub === 'string' ? `:${sub}` : ''
  } catch {
    return ''
  }
}
