import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build as esbuild, transform } from 'esbuild'
import type { Plugin } from 'esbuild'
import { root } from './root.ts'

// A desk opens its file and shows its list without a single schema, dictionary or date library; making them all takes three times as
// long as the list. So in the core's bundle they are made when something first uses them. In the source they are plain imports.

/** Big packages, each a file of its own beside the bundle that is read when it is first used. */
const BESIDE: Record<string, string> = {
  zod: 'zod.cjs', luxon: 'luxon.cjs', 'pinyin-pro': 'pinyin.cjs', 'opencc-js/t2cn': 'opencc.cjs', 'opencc-js/dict/TSCharacters': 'opencc-characters.cjs',
  undici: 'undici.cjs',
}
/** Files of our own that bring a good deal with them and are wanted after the first list. */
const OWN = ['core/palette/palette.ts', 'domain/palette/palette-index.ts']
const IMPORT = /^import (?!type\b)([^'"]*?)\s*from '([^']+)'/gm

const schemas = new Map<string, boolean>()
/** @returns whether a file makes schemas when it is read: it has zod, or a neighbour that has */
function makesSchemas(file: string): boolean {
  const known = schemas.get(file)
  if (known !== undefined) return known
  // Two that import each other: decided by the rest of them.
  schemas.set(file, false)
  const imported = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(match => match[2] ?? '')
  const makes = imported.some(name => name === 'zod' || (name.startsWith('.') && isSchemaRoom(neighbour(file, name)) && makesSchemas(neighbour(file, name))))
  schemas.set(file, makes)
  return makes
}

const neighbour = (file: string, name: string): string => path.join(path.dirname(file), name)
const place = (file: string): string => path.relative(root, file).replaceAll(path.sep, '/')
const isSchemaRoom = (file: string): boolean => /^(protocol|domain\/(entities|timers))\/[\w-]+\.ts$/.test(place(file))

function isLate(file: string, name: string): boolean {
  if (!name.startsWith('.')) return Object.hasOwn(BESIDE, name)
  const found = neighbour(file, name)
  return OWN.includes(place(found)) || (isSchemaRoom(found) && makesSchemas(found))
}

/** @returns the names that an import statement brings, each with the name it has where it comes from */
function namesOf(clause: string): [here: string, there: string][] {
  const listed = /\{([^}]*)\}/.exec(clause)?.[1] ?? ''
  const alone = clause.replace(/\{[^}]*\}/, '').replace(/[,\s]/g, '')
  const many = listed.split(',').map(part => part.trim()).filter(part => part !== '' && !part.startsWith('type ')).map((part): [string, string] => {
    const [there = '', here = there] = part.split(/\s+as\s+/)
    return [here, there]
  })
  return alone === '' ? many : [[alone, 'default'], ...many]
}

/** Turns the late imports of our own files into ones that happen at their first use. */
export const lateModules: Plugin = {
  name: 'late-modules',
  setup(build) {
    schemas.clear()
    build.onResolve({ filter: /^[a-z]/ }, ({ path: name }) => (BESIDE[name] ? { path: `./${BESIDE[name]}`, external: true } : undefined))
    build.onLoad({ filter: /[\\/](core|db|domain|protocol)[\\/].*\.ts$/ }, async ({ path: file }) => {
      if (file.includes('node_modules') || (isSchemaRoom(file) && makesSchemas(file))) return undefined
      const getters: string[] = []
      const define: Record<string, string> = {}
      // The names are free now, and stand for a getter wherever no other name hides them.
      const source = readFileSync(file, 'utf8').replace(IMPORT, (statement, clause: string, from: string) => {
        if (!isLate(file, from)) return statement
        for (const [here, there] of namesOf(clause)) {
          define[here] = `late__.${here}`
          // Kept after the first time: rows by the ten thousand are looked at with these.
          getters.push(`get ${here}() { const value = require(${JSON.stringify(from)}).${there}; Object.defineProperty(this, '${here}', { value }); return value }`)
        }
        return ''
      })
      if (getters.length === 0) return undefined
      const { code } = await transform(source, { loader: 'ts', define, sourcefile: file, sourcemap: 'inline', tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } })
      return { contents: `const late__ = { ${getters.join(', ')} };${code}`, loader: 'js' }
    })
  },
}

/** Makes the files beside the bundle. */
export async function bundleBeside(outDir: string, options: Parameters<typeof esbuild>[0]): Promise<void> {
  for (const [name, file] of Object.entries(BESIDE)) {
    await esbuild({
      ...options, stdin: { contents: `export * from '${name}'${name.includes('dict') ? `\nexport { default } from '${name}'` : ''}`, resolveDir: root },
      outfile: path.join(outDir, file), bundle: true, minify: true, platform: 'node', format: 'cjs', logLevel: 'warning',
    })
  }
}
