import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { ProblemError } from '../routes/problem.ts'
import { openDoor } from './door.ts'

/** dist/webchat as seen from the bundle (dist/api) and from the sources (api/channels). */
const FOLDERS = ['../webchat', '../../dist/webchat'].map((folder) => path.resolve(import.meta.dirname, folder))

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml',
}

/** A file of the bundled page. Throws ProblemError 503 `page_not_built` when there is no bundle, 404 for a file it has not. */
async function bundled(file: string): Promise<Buffer> {
  for (const folder of FOLDERS) {
    try {
      return await readFile(path.join(folder, file))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  if (file === 'index.html' || file === 'widget.js') {
    throw new ProblemError(503, 'page_not_built', { detail: 'run: npm run bundle -- webchat' })
  }
  throw new ProblemError(404, 'not_found')
}

/** The page may run its own files, talk to this API and show pictures it holds; nothing else. */
function policy(frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' blob:", "manifest-src 'none'",
    "base-uri 'none'", "form-action 'none'", `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ')
}

/** A source of a frame-ancestors list; anything else in the settings would break out of the header. */
const ANCESTOR = /^(?:\*|'self'|'none'|https?:\/\/[\w.*:-]+)$/

/** The page /chat/:shopKey with its files, and /widget.js for the shop's own site. */
export function chatPageRoutes(app: App, context: ApiContext): void {
  const open = { config: { access: 'public' as const } }

  app.get('/chat/:shopKey', { ...open, schema: { params: z.object({ shopKey: z.string().max(60) }) } }, async (request, reply) => {
    const door = await openDoor(context, request.params.shopKey)
    const ancestors = door.frameAncestors.filter((source) => ANCESTOR.test(source))
    return reply.type('text/html; charset=utf-8')
      .header('content-security-policy', policy(ancestors.length > 0 ? ancestors : ["'self'"]))
      .header('cache-control', 'no-cache')
      .send(await bundled('index.html'))
  })

  app.get('/chat/assets/:file', {
    ...open, schema: { params: z.object({ file: z.string().regex(/^[\w-]+(?:\.[\w-]+)*\.(?:js|css|svg)$/) }) },
  }, async (request, reply) => {
    const { file } = request.params
    return reply.type(TYPES[path.extname(file)] ?? 'application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(await bundled(`assets/${file}`))
  })

  app.get('/widget.js', open, async (_request, reply) => reply.type('text/javascript; charset=utf-8')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'public, max-age=300')
    .send(await bundled('widget.js')))
}
