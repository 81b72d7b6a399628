import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { targets } from './bundle-targets.ts'
import type { Target } from './bundle-targets.ts'
import { root } from './root.ts'

/** What a bundle needs is not in this checkout. */
export class MissingEntryError extends Error {
  override name = 'MissingEntryError'
}

const cache = path.join(root, '.cache/bundle')

/**
 * Bundles the named targets (all when none is named) into dist/. A target whose sources have not changed is left alone.
 * @returns the names that were built
 * @throws MissingEntryError, or the bundler's error after it has printed it
 */
export async function bundle(names: string[] = []): Promise<string[]> {
  const unknown = names.filter(name => !targets.some(target => target.name === name))
  if (unknown.length > 0) throw new MissingEntryError(`no bundle of this name: ${unknown.join(', ')}`)
  const wanted = targets.filter(target => names.length === 0 || names.includes(target.name))
  const built: string[] = []
  const missing: string[] = []
  for (const target of wanted) {
    const absent = target.entries.filter(entry => !existsSync(path.join(root, entry)))
    if (absent.length > 0) missing.push(`cannot bundle ${target.name}: ${absent.join(', ')} does not exist`)
    else if (await bundleOne(target)) built.push(target.name)
  }
  if (missing.length > 0) throw new MissingEntryError(missing.join('\n'))
  return built
}

async function bundleOne(target: Target): Promise<boolean> {
  const output = path.join(root, 'dist', target.name)
  const stamp = path.join(cache, `${target.name}.sha256`)
  const hash = sourceHash(target)
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false

  // Built aside and moved in whole: a program started meanwhile never reads half a bundle.
  const part = path.join(cache, `${target.name}.part-${process.pid}`)
  mkdirSync(cache, { recursive: true })
  try {
    await target.build(part)
    rmSync(output, { recursive: true, force: true })
    mkdirSync(path.dirname(output), { recursive: true })
    renameSync(part, output)
    writeFileSync(stamp, hash)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
  return true
}

function sourceHash(target: Target): string {
  const hash = createHash('sha256')
  const common = ['build/bundle.ts', 'build/bundle-targets.ts', 'build/late-modules.ts', 'package-lock.json', 'tsconfig.base.json']
  const files = target.rooms.flatMap(room => readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name))))
  for (const file of [...common, ...files.sort()]) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

if (process.argv[1] === import.meta.filename) {
  const startedMs = performance.now()
  try {
    const built = await bundle(process.argv.slice(2))
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
    console.log(built.length > 0 ? `Bundled ${built.join(', ')} in ${seconds} s` : 'Bundles are up to date')
  } catch (error) {
    console.error(error instanceof MissingEntryError ? error.message : error)
    process.exitCode = 1
  }
}
