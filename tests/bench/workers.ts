import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Account } from './bare-desk.ts'
import type { RealDesk } from './real-desk.ts'

export type Order =
  | { do: 'initial'; kind: 'real' | 'bare'; dir: string; account: Account }
  | { do: 'away' }
  | { do: 'catch-up'; deliveredAtMs: number }
  | { do: 'commits'; conversationId: string; count: number }
  | { do: 'end' }

type Answers = {
  initial: Awaited<ReturnType<RealDesk['initial']>>
  'away': null
  'catch-up': Awaited<ReturnType<RealDesk['catchUp']>>
  commits: Awaited<ReturnType<RealDesk['commits']>>
}

/** A desk in a process of its own. */
export class Worker {
  readonly #child: ChildProcess

  constructor() {
    this.#child = fork(path.join(import.meta.dirname, 'worker.ts'), [], { execArgv: (process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean) })
  }

  /** @throws what went wrong there */
  ask<O extends Exclude<Order, { do: 'end' }>>(order: O): Promise<Answers[O['do']]> {
    return new Promise((resolve, reject) => {
      const gone = (): void => { reject(new Error(`the worker ended during ${order.do}`)) }
      this.#child.once('exit', gone)
      this.#child.once('message', (answer: { value: Answers[O['do']] } | { error: string }) => {
        this.#child.off('exit', gone)
        if ('error' in answer) reject(new Error(answer.error))
        else resolve(answer.value)
      })
      this.#child.send(order)
    })
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const gone = new Promise(resolve => { this.#child.once('exit', resolve) })
    this.#child.send({ do: 'end' })
    const limit = setTimeout(() => { this.#child.kill('SIGKILL') }, 10_000)
    await gone
    clearTimeout(limit)
  }
}
