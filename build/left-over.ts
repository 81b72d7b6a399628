import { readFileSync, readdirSync } from 'node:fs'

// Inherited by everything a run starts, also by what left its process group or changed its user.
const MARK = 'SHIFTDESK_TEST_RUN'

/** The environment's entry by which the processes of one run are known. */
export function markOf(run: string): Record<string, string> {
  return { [MARK]: run }
}

/** What a run left behind: pid and command of each living process that carries its mark (on Linux; elsewhere none are seen). */
export function leftOver(run: string): { pid: number, command: string }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number)
    .filter(pid => pid !== process.pid && hasMark(pid, `${MARK}=${run}`))
    .map(pid => ({ pid, command: read(pid, 'cmdline').replaceAll('\0', ' ').trim() }))
    // A zombie has no command: it is over, only not yet collected.
    .filter(({ command }) => command !== '')
}

/** Ends them for good. */
export function end(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

function hasMark(pid: number, entry: string): boolean {
  return read(pid, 'environ').split('\0').includes(entry)
}

/** A file of a process; empty when the process is gone or another user's. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''
    throw error
  }
}
