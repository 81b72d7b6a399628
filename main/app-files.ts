import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isAppUrl, parseUrl } from './urls.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

/** Vite's name for the place of the nonce in a page (`html.cspNonce`). */
const NONCE_MARK = '__CSP_NONCE__'

/**
 * The window's policy. Scripts and styles only from the desk's own files; a `<style>` element (Radix' scroll lock makes
 * one) needs the nonce of this page load; nothing is fetched: all data comes over the port to the core.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' blob: data:",
    "font-src 'self'", "media-src 'self' blob:", "connect-src 'none'", "worker-src 'none'", "frame-src 'none'",
    "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * The file that an app:// address means.
 * @returns its path below `root`, null for anything else: another host, a way out of the folder, an unknown kind of file
 */
export function appFile(root: string, address: string): string | null {
  const url = isAppUrl(address) ? parseUrl(address) : null
  if (!url) return null
  const wanted = safeDecode(url.pathname)
  if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null
  const file = path.join(root, wanted === '/' ? 'index.html' : wanted)
  const inside = path.relative(root, file)
  if (inside.startsWith('..') || path.isAbsolute(inside)) return null
  return TYPES[path.extname(file)] ? file : null
}

function safeDecode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

export type AppAnswer = { status: number; headers: Record<string, string>; body: Buffer }

/**
 * Answers a request for one of the desk's own files, with the headers of every answer. Read in the same turn: they are a few and small,
 * and at a start each further turn of the shell's loop is waited for.
 * @param root folder of the bundled window
 * @param freshNonce one per answer
 */
export function serveAppFile(root: string, request: { url: string; method: string }, freshNonce: () => string): AppAnswer {
  const file = request.method === 'GET' ? appFile(root, request.url) : null
  const nonce = freshNonce()
  const headers = {
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
  const missing = () => ({ status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body: Buffer.from('not found') })
  if (!file) return missing()
  try {
    const bytes = readFileSync(file)
    const type = TYPES[path.extname(file)] ?? 'text/plain'
    const body = path.extname(file) === '.html' ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_MARK, nonce)) : bytes
    return { status: 200, headers: { ...headers, 'content-type': type }, body }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'EISDIR') return missing()
    throw error
  }
}
