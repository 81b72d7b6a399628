import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A program or library of the system is missing and may not be installed from here. The message has the exact command. */
export class MissingSystemPartError extends Error {
  override name = 'MissingSystemPartError'
}

/** What the caller is about to run. */
export interface SystemNeeds {
  /** A display for Electron: `any` takes the user's own where there is one, `own` always a virtual one (tests). */
  display: 'any' | 'own' | 'none'
  /** Chromium as the customer's browser (tests). */
  chromium: boolean
  /** A window manager and a hand on the keyboard, to work in several programs at once (tests). */
  otherPrograms?: boolean
}

// Shared libraries that Electron links to, and the Debian package of each (trixie has some of them as NAMEt64).
const LIBRARIES: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libexpat.so.1': 'libexpat1',
}

/**
 * On Linux: sees to the system libraries, a Chinese font, Xvfb and Chromium as far as `needs` asks for them.
 * As root on Debian missing ones are installed (one line says so). Elsewhere it does nothing.
 * @throws MissingSystemPartError otherwise, with the command to run
 */
export async function ensureSystem(needs: SystemNeeds): Promise<void> {
  if (process.platform !== 'linux') return
  const missing: string[] = []
  if (needs.display !== 'none') {
    const known = output('/sbin/ldconfig', ['-p'])
    for (const [library, name] of Object.entries(LIBRARIES)) if (!known.includes(`\t${library} `)) missing.push(name)
    if (!onPath('fc-list')) missing.push('fontconfig')
    if (output('fc-list', [':lang=zh']).trim() === '') missing.push('fonts-noto-cjk')
    if (wantsXvfb(needs.display) && !onPath('Xvfb')) missing.push('xvfb')
    // Nothing fails without it, so it alone is no reason to install: customers' emoji are boxes then.
    if (missing.length > 0 && output('fc-list', [':lang=und-zsye']).trim() === '') missing.push('fonts-noto-color-emoji')
  }
  if (needs.chromium && !chromiumPath()) missing.push('chromium')
  if (needs.otherPrograms) missing.push(...['openbox', 'xdotool'].filter(name => !onPath(name)))
  await ensurePackages(missing, 'for Electron and its display')
}

/** @returns the path of an installed Chromium or Chrome, null when there is none */
export function chromiumPath(): string | null {
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(file => existsSync(file)) ?? null
}

/** @returns whether a virtual display has to be started for `display` */
export function wantsXvfb(display: SystemNeeds['display']): boolean {
  if (process.platform !== 'linux' || display === 'none') return false
  return display === 'own' || (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
}

/**
 * Installs Debian packages as root.
 * @throws MissingSystemPartError when not root, not Debian, or when apt-get fails
 */
export async function ensurePackages(names: string[], purpose: string): Promise<void> {
  if (names.length === 0) return
  if (!onPath('apt-get')) {
    throw new MissingSystemPartError(`Missing ${purpose}: ${names.join(' ')} (Debian names). Install them and try again.`)
  }
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new MissingSystemPartError(`Missing ${purpose}. Run:\n  sudo apt-get update && sudo ${command}`)
  }
  console.log(`Installing ${purpose}: ${names.join(' ')}`)
  const updated = await runQuietly('apt-get', ['update', '-qq'])
  const exact = updated.ok ? names.map(exactName) : names
  const installed = await runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...exact])
  if (!installed.ok) throw new MissingSystemPartError(`This failed:\n  ${command}\n${installed.errors}`)
}

/** Debian 13 renamed libraries with 64-bit time: the t64 name where it exists. */
function exactName(name: string): string {
  return output('apt-cache', ['pkgnames', `${name}t64`]).split('\n').includes(`${name}t64`) ? `${name}t64` : name
}

function runQuietly(command: string, args: string[]): Promise<{ ok: boolean, errors: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    child.on('error', error => resolve({ ok: false, errors: error.message }))
    child.on('close', code => resolve({ ok: code === 0, errors: errors.slice(-2000) }))
  })
}

function output(command: string, args: string[]): string {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout ?? ''
}

function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some(folder => folder !== '' && existsSync(`${folder}/${command}`))
}
