import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { bundle } from './bundle.ts'
import { openDisplay, sandboxArguments } from './display.ts'
import { ensureElectron } from './ensure-electron.ts'
import type { ElectronRuntime } from './ensure-electron.ts'
import { ensureSystem } from './ensure-system.ts'
import { root } from './root.ts'

/** How a desk is started: added environment, arguments after the application's folder, and where its stderr goes. */
export interface DeskStart {
  env: Record<string, string>
  args: string[]
  stderr: 'inherit' | number
}

/** Sees to the system's parts, an Electron and the desk's bundles. */
export async function prepareDesk(): Promise<ElectronRuntime> {
  await ensureSystem({ display: 'any', chromium: false })
  const electron = await ensureElectron()
  await bundle(['main', 'preload', 'core', 'renderer'])
  return electron
}

/**
 * Starts the desk from the checkout, on a virtual display where there is none.
 * @returns the process; a virtual display ends with it
 */
export async function startDesk(electron: ElectronRuntime, { env, args, stderr }: DeskStart): Promise<ChildProcess> {
  const display = await openDisplay('any')
  if (display.virtual) console.log('There is no display: the desk runs on a virtual one (Xvfb), its window is not to be seen.')
  const desk = spawn(electron.path, [...sandboxArguments(), root, ...args], {
    cwd: root,
    env: { ...process.env, ...display.env, ...env },
    stdio: ['ignore', 'inherit', stderr],
  })
  desk.once('exit', display.stop)
  return desk
}

if (process.argv[1] === import.meta.filename) {
  const desk = await startDesk(await prepareDesk(), { env: {}, args: process.argv.slice(2), stderr: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { desk.kill(signal) })
  desk.once('exit', code => { process.exitCode = code ?? 1 })
}
