import { expect, test } from 'vitest'
import type { AppAnswer } from './app-files.ts'
import { answerScheme } from './app-protocol.ts'

const file: AppAnswer = { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('not found') }
const broken = (): AppAnswer => { throw new Error('disk') }
const request = { url: 'app://desk/a.js', method: 'GET' }

type Older = NonNullable<Parameters<typeof answerScheme>[0]['registerBufferProtocol']>
type Newer = Parameters<typeof answerScheme>[0]['handle']

function older(answer: () => AppAnswer, log: (text: string) => void): unknown {
  let said: unknown = null
  const registerBufferProtocol: Older = (_scheme, handler) => {
    handler({ ...request, headers: {}, referrer: '' }, response => { said = response })
    return true
  }
  answerScheme({ registerBufferProtocol, handle: () => { throw new Error('not asked for') } }, 'app', answer, log)
  return said
}

async function newer(answer: () => AppAnswer, log: (text: string) => void): Promise<Response> {
  let said: Response | Promise<Response> | null = null
  const handle: Newer = (_scheme, handler) => { said = handler(new Request('http://desk/a.js')) }
  answerScheme({ handle }, 'app', answer, log)
  return said ?? Response.error()
}

test('both ways of an Electron give status, headers and bytes', async () => {
  expect(older(() => file, () => undefined)).toEqual({ statusCode: 404, headers: file.headers, data: file.body })
  const answer = await newer(() => file, () => undefined)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([404, 'text/plain', 'not found'])
})

test('what goes wrong is logged and fails the request', async () => {
  const log: string[] = []
  const say = (text: string) => { log.push(text) }
  expect(older(broken, say)).toEqual({ error: -2 })
  expect((await newer(broken, say)).type).toBe('error')
  expect(log).toEqual(['app://desk/a.js: disk', 'http://desk/a.js: disk'])
})
