import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import type { RunAs } from './binaries.ts'

function idOf(flag: '-u' | '-g'): number | null {
  const found = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return found.status === 0 ? Number(found.stdout.trim()) : null
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, made here if there is none. */
export function unprivilegedUser(): RunAs {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null
  if (idOf('-u') === null) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === null || gid === null) throw new Error('could not make the user "postgres"; start the API as an ordinary user')
  return { uid, gid }
}

/**
 * The folder the cluster lives in: `folder` itself, or, where the unprivileged user cannot get there (a checkout in root's
 * home), one below /var/lib that belongs to this folder alone.
 */
export function reachableFolder(folder: string, runAs: RunAs): string {
  const wanted = resolve(folder)
  mkdirSync(wanted, { recursive: true, mode: 0o755 })
  if (runAs === null) return wanted
  const reached = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', wanted], { ...runAs, stdio: 'ignore' }).status === 0
  if (reached) return wanted
  const own = join(ELSEWHERE, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
  if (!existsSync(own)) removeLeftovers()
  mkdirSync(own, { recursive: true, mode: 0o755 })
  writeFileSync(join(own, MADE_FOR), wanted)
  return own
}

const ELSEWHERE = '/var/lib/shiftdesk'
const MADE_FOR = 'made-for'

/** Clusters of temporary folders that are gone (tests as root) would pile up. Others are never touched: a disk may be away. */
function removeLeftovers(): void {
  if (!existsSync(ELSEWHERE)) return
  for (const name of readdirSync(ELSEWHERE)) {
    const note = join(ELSEWHERE, name, MADE_FOR)
    const madeFor = existsSync(note) ? readFileSync(note, 'utf8') : ''
    const running = existsSync(join(ELSEWHERE, name, 'postgres', 'postmaster.pid'))
    if (madeFor.startsWith(tmpdir() + sep) && !existsSync(madeFor) && !running) rmSync(join(ELSEWHERE, name), { recursive: true, force: true })
  }
}

/** Makes a folder owned by the unprivileged user. */
export function ownedFolder(folder: string, runAs: RunAs): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (runAs) chownSync(folder, runAs.uid, runAs.gid)
  return folder
}
