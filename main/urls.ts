/** The only origin that the desk's own pages have. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'desk'
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`
export const PALETTE_URL = `${APP_URL}palette.html`

const LONGEST_LINK = 2_000

/** @returns the parsed URL, null when it is none (URL.canParse is newer than the fallback's Node) */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** @returns whether `text` is a page of the desk itself */
export function isAppUrl(text: string): boolean {
  const url = parseUrl(text)
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/**
 * What may be handed to the system's browser after a question: http(s), no user or password in it, not endless.
 * @returns the URL, null when it may not
 */
export function externalUrl(text: string): URL | null {
  if (text.length > LONGEST_LINK) return null
  const url = parseUrl(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.username || url.password ? null : url
}
