import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.ts'

/** How many checks of a stage passed and failed, and what the failed ones said, in short. */
export interface Counts {
  passed: number
  failed: number
  faults?: string[]
}

/** Where a stage's output goes: to the terminal as it comes, or, of stages side by side, in one piece when it is done. */
export type Output = 'live' | 'at-end'

/** One stage of the test run; `needs` names a stage without which this one is pointless. */
export interface Stage {
  name: string
  needs?: string
  run: (env: Record<string, string>, output: Output) => Promise<Counts>
}

// Time for a stage that is stopped to end its own servers.
const GRACE_MS = 10_000

// Of what a failed tool said last.
const TAIL_CHARS = 3_000
const FAULT_LINES = 12

const results = path.join(root, 'test-results')

/** A stage that is one check: a tool that ends with 0, within `limitSec`. */
export function tool(name: string, args: string[], limitSec: number, needs?: string): Stage {
  return {
    name,
    ...(needs ? { needs } : {}),
    run: async (env, output) => toolCounts(await node(args, limitSec, env, output)),
  }
}

/** A stage of Vitest tests: each test counts. */
export function vitest(name: string, args: string[], limitSec: number, needs?: string): Stage {
  return {
    name,
    ...(needs ? { needs } : {}),
    run: async (env, output) => {
      const report = path.join(results, `${name}.json`)
      mkdirSync(results, { recursive: true })
      rmSync(report, { force: true })
      const { code } = await node(['node_modules/vitest/vitest.mjs', 'run', ...args,
        '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], limitSec, env, output)
      return countsOf(report, code)
    },
  }
}

function toolCounts({ code, tail }: Ended): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, faults: [tail] }
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]
}

/** A file that could not be read, a skipped test and an error outside any test each count as a failure. */
function countsOf(report: string, code: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, faults: ['no report was written'] }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const unread = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = numFailedTests + numPendingTests + unread
  const faults = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name)
    const tests = assertionResults.filter(({ status }) => status !== 'passed').map(({ status, fullName, failureMessages }) => `${file} › ${fullName}: ${failureMessages.join('\n') || status}`)
    return tests.length === 0 && status === 'failed' ? [`${file}: ${message}`] : tests
  })
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, faults: faults.map(inShort) }
}

/** Without the places of the test library. */
function inShort(fault: string): string {
  return fault.split('\n').filter(line => !line.includes('/node_modules/')).slice(0, FAULT_LINES).join('\n')
}

interface Ended {
  /** 124: it was stopped after its limit. */
  code: number
  /** The end of what it said. */
  tail: string
}

/** Runs a script of the checkout with this Node. */
function node(args: string[], limitSec: number, env: Record<string, string>, output: Output): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', env: { ...process.env, ...env },
    })
    let said = ''
    let tail = ''
    for (const pipe of [child.stdout, child.stderr]) {
      pipe.setEncoding('utf8').on('data', (text: string) => {
        if (output === 'live') process.stdout.write(text)
        else said += text
        tail = (tail + text).slice(-TAIL_CHARS)
      })
    }
    const end = () => { signal(child.pid, 'SIGTERM') }
    process.once('exit', end)
    let late = false
    const limit = setTimeout(() => {
      late = true
      console.error(`Stopped: not done after ${limitSec} s`)
      end()
      setTimeout(() => { signal(child.pid, 'SIGKILL') }, GRACE_MS).unref()
    }, limitSec * 1000)
    child.once('error', ({ message }) => resolve({ code: 1, tail: message }))
    child.once(output === 'live' ? 'exit' : 'close', (code: number | null) => {
      clearTimeout(limit)
      process.off('exit', end)
      if (said) process.stdout.write(said)
      resolve({ code: late ? 124 : code ?? 1, tail })
    })
  })
}

/** Reaches the stage and all that it started: on POSIX it leads a process group of its own. */
function signal(pid: number | undefined, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
