import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process of Linux' /proc. */
export type ProcessInfo = { pid: number; parent: number; command: string }

/** All processes that can be read. */
function allProcesses(): ProcessInfo[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(name => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
    } catch {
      return [] // ended meanwhile
    }
  })
}

/** @returns `pid` and everything started below it */
export function processTree(pid: number): ProcessInfo[] {
  const all = allProcesses()
  const found = all.filter(one => one.pid === pid)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

/** `kill -9` of a process and all below it at once, and waits until they are gone. */
export async function killTree(pid: number): Promise<void> {
  const tree = processTree(pid)
  for (const one of tree) sendKill(one.pid)
  await gone(tree.map(one => one.pid))
}

/** `kill -9` of one process alone, and waits until it is gone. */
export async function killOne(pid: number): Promise<void> {
  sendKill(pid)
  await gone([pid])
}

/** The core below a desk's main process: Electron's utility process that runs Node. */
export function corePid(desk: number): number | null {
  return processTree(desk).find(({ command }) => command.includes('node.mojom.NodeService'))?.pid ?? null
}

/** @returns pids of the desk's page processes */
export function rendererPids(desk: number): number[] {
  return processTree(desk).filter(({ command }) => command.includes('--type=renderer')).map(({ pid }) => pid)
}

function sendKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function gone(pids: number[]): Promise<void> {
  for (let look = 0; look < 100; look++) {
    const alive = pids.filter(pid => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z'
      } catch {
        return false
      }
    })
    if (alive.length === 0) return
    await sleep(50)
  }
  throw new Error(`still there after kill -9: ${pids.join(', ')}`)
}
