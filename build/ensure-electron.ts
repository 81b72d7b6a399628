import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FALLBACK_VERSION, isFallbackRuntime, makeFallbackRuntime } from './electron-runtime/make.ts'
import { ensurePackages } from './ensure-system.ts'
import { root } from './root.ts'

/** An Electron that can be started: `path` is the executable (for the fallback a wrapper), `dist` the folder to package from. */
export interface ElectronRuntime {
  path: string
  dist: string
  kind: 'override' | 'installed' | 'downloaded' | 'fallback'
  version: string
}

/** There is no Electron for this machine. Recovery is in the message. */
export class NoElectronError extends Error {
  override name = 'NoElectronError'
}

const DOWNLOAD_LIMIT_MS = 60_000
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000

const packageFolder = path.join(root, 'node_modules/electron')
const fallbackFolder = path.join(root, 'node_modules/.cache/electron-runtime')
const failureMarker = path.join(root, 'node_modules/.cache/electron-download-failed.json')

/**
 * Gets an Electron: `ELECTRON_OVERRIDE_DIST_PATH`; else the installed one; else Electron's own download, at most 60 s and
 * after a failure not again for a day; else, on Linux x64, the fallback of 2023 (says so in one line).
 * @throws NoElectronError when none of these is to be had
 */
export async function ensureElectron(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return overridden(override)
  const installed = installedElectron('installed')
  if (installed) return installed

  const linuxX64 = process.platform === 'linux' && process.arch === 'x64'
  let failure = recentFailure()
  if (!failure) {
    failure = await download()
    const downloaded = failure ? null : installedElectron('downloaded')
    if (downloaded) return downloaded
    if (linuxX64) rememberFailure(failure ?? 'nothing was unpacked')
  }
  if (!linuxX64) {
    throw new NoElectronError(`Electron could not be downloaded (${failure}). Try again with a network that reaches ` +
      'its download site, or name a folder with an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.')
  }
  return fallback(failure ?? 'nothing was unpacked')
}

function overridden(folder: string): ElectronRuntime {
  const executable = path.join(folder, executableName())
  if (!existsSync(executable)) {
    throw new NoElectronError(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executableName()} in it.`)
  }
  const dist = isFallbackRuntime(folder) ? path.join(folder, 'dist') : folder
  return { path: executable, dist, kind: 'override', version: versionIn(dist) ?? 'unknown' }
}

function installedElectron(kind: 'installed' | 'downloaded'): ElectronRuntime | null {
  const dist = path.join(packageFolder, 'dist')
  const executable = path.join(dist, executableName())
  const wanted = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const version = versionIn(dist)
  if (version !== wanted.version || !existsSync(executable)) return null
  return { path: executable, dist, kind, version }
}

async function fallback(reason: string): Promise<ElectronRuntime> {
  if (!isFallbackRuntime(fallbackFolder)) {
    await ensurePackages(['gcc', 'libc6-dev'].filter(() => !existsSync('/usr/bin/gcc')), 'to build the fallback Electron')
    await makeFallbackRuntime(fallbackFolder, root)
  }
  if (!process.env['SHIFTDESK_FALLBACK_SAID']) {
    console.log(`Electron's own download failed (${reason}): using the fallback Electron ${FALLBACK_VERSION} of 2023, ` +
      'for trial and test on this machine only.')
    // Once for this program and the processes it starts.
    process.env['SHIFTDESK_FALLBACK_SAID'] = '1'
  }
  return {
    path: path.join(fallbackFolder, 'electron'),
    dist: path.join(fallbackFolder, 'dist'),
    kind: 'fallback',
    version: FALLBACK_VERSION,
  }
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return 'electron'
}

function versionIn(dist: string): string | null {
  const file = path.join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}

/** Runs Electron's own installer. @returns null when it went well, else why not in a few words */
function download(): Promise<string | null> {
  console.log(`Downloading Electron (at most ${DOWNLOAD_LIMIT_MS / 1000} s) ...`)
  return new Promise(resolve => {
    const installer = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: DOWNLOAD_LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    let errors = ''
    installer.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    installer.on('error', error => resolve(error.message))
    installer.on('close', (code, signal) => {
      if (code === 0) return resolve(null)
      const firstLine = errors.trim().split('\n')[0]?.slice(0, 120)
      resolve(signal ? `not done after ${DOWNLOAD_LIMIT_MS / 1000} s` : firstLine || `exit code ${code}`)
    })
  })
}

function recentFailure(): string | null {
  if (!existsSync(failureMarker)) return null
  const { atMs, reason } = JSON.parse(readFileSync(failureMarker, 'utf8')) as { atMs: number, reason: string }
  if (Date.now() - atMs < RETRY_AFTER_MS) return `${reason}, tried ${new Date(atMs).toISOString()}, again after a day`
  rmSync(failureMarker)
  return null
}

function rememberFailure(reason: string): void {
  mkdirSync(path.dirname(failureMarker), { recursive: true })
  writeFileSync(failureMarker, JSON.stringify({ atMs: Date.now(), reason }))
}
