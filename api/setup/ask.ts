import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks at the terminal; a password is not shown while typed. */
export interface Terminal {
  ask(question: string, fallback?: string): Promise<string>
  askSecret(question: string): Promise<string>
  close(): void
}

/** A terminal on stdin and stderr (stdout stays free for results). */
export function openTerminal(): Terminal {
  let muted = false
  const echo = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!muted) process.stderr.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output: echo, terminal: true })
  return {
    async ask(question, fallback) {
      const answer = (await lines.question(`${question}${fallback === undefined ? '' : ` [${fallback}]`}: `)).trim()
      return answer === '' ? fallback ?? '' : answer
    },
    async askSecret(question) {
      process.stderr.write(`${question}: `)
      muted = true
      try {
        return await lines.question('')
      } finally {
        muted = false
        process.stderr.write('\n')
      }
    },
    close: () => lines.close(),
  }
}
