/**
 * The first usable entry of what Chromium answers for a URL ("PROXY a:1; SOCKS5 b:2; DIRECT").
 * @returns a proxy URL (http, https, socks), null for direct
 */
export function proxyFrom(answer: string): string | null {
  for (const entry of answer.split(';')) {
    const [kind = '', host = ''] = entry.trim().split(/\s+/)
    const scheme = SCHEMES[kind.toUpperCase()]
    if (scheme === null) return null
    if (scheme && host) return `${scheme}://${host}`
  }
  return null
}

const SCHEMES: Record<string, string | null> = { DIRECT: null, PROXY: 'http', HTTPS: 'https',
  SOCKS: 'socks', SOCKS4: 'socks4', SOCKS5: 'socks5' }
