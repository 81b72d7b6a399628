import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { wantsXvfb } from './ensure-system.ts'
import type { SystemNeeds } from './ensure-system.ts'

/** Where windows appear: `env` is to be added to the environment of Electron and Chromium; `stop` ends a virtual display. */
export interface Display {
  env: Record<string, string>
  virtual: boolean
  stop: () => void
}

/** Xvfb ended before it had a display. Recovery: its own words are in the message. */
export class DisplayError extends Error {
  override name = 'DisplayError'
}

/** Starts Xvfb on a free display number where one is needed; else the user's own display serves. */
export async function openDisplay(display: SystemNeeds['display']): Promise<Display> {
  if (!wantsXvfb(display)) return { env: {}, virtual: false, stop: () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Out of the reach of Ctrl+C: the display ends after the windows on it.
    detached: true,
  })
  const stop = () => { server.kill() }
  process.once('exit', stop)
  const number = await new Promise<string>((resolve, reject) => {
    let errors = ''
    server.stderr?.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    const answers = server.stdio[3] as Readable
    answers.once('data', (chunk: Buffer) => { resolve(chunk.toString().trim()) })
    server.once('error', error => { reject(new DisplayError('Xvfb could not be started', { cause: error })) })
    server.once('exit', code => { reject(new DisplayError(`Xvfb ended with ${code}: ${errors.slice(-500)}`)) })
  })
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' }, virtual: true, stop }
}

/**
 * Chromium refuses its sandbox to root, so root, and nobody else, gets `--no-sandbox`, said in one line on stdout.
 * @returns the arguments to add
 */
export function sandboxArguments(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  if (!process.env['SHIFTDESK_NO_SANDBOX_SAID']) console.log('Started by root: Chromium runs with --no-sandbox. Start it as an ordinary user to have the sandbox.')
  process.env['SHIFTDESK_NO_SANDBOX_SAID'] = '1'
  return ['--no-sandbox']
}
