import { expect, it } from 'vitest'
import { openLog } from './log.ts'

function lines(): { log: ReturnType<typeof openLog>, text: () => string } {
  const written: string[] = []
  return { log: openLog('info', { write: (line) => { written.push(line) } }), text: () => written.join('') }
}

it('redacts personal data and secrets by key, at any of three levels', () => {
  const { log, text } = lines()
  log.info({ password: 'secret-1', customer: { phone: 'secret-2', nickname: 'secret-3' }, a: { b: { email: 'secret-4' } }, count: 3 }, 'x')
  expect(text()).not.toMatch(/secret-\d/)
  expect(text()).toContain('"count":3')
})

it('keeps of a request its path alone', () => {
  const { log, text } = lines()
  log.info({ req: { id: 1, method: 'GET', url: '/v1/search?q=13812345678', headers: { authorization: 'Bearer x' } } }, 'x')
  expect(text()).toContain('"path":"/v1/search"')
  expect(text()).not.toMatch(/1381234|Bearer/)
})

it('keeps of a database error its state, never the values it quotes, also as a cause', () => {
  const { log, text } = lines()
  const error = Object.assign(new Error('Key (account)=(secret-1) already exists'), {
    severity: 'ERROR', code: '23505', detail: 'secret-2', table_name: 'person', constraint_name: 'person_account_key', query: 'secret-3',
  })
  log.error({ err: error }, 'x')
  log.error({ err: new Error('outside', { cause: error }) }, 'x')
  expect(text()).toContain('"sqlstate":"23505"')
  expect(text()).toContain('person_account_key')
  expect(text()).not.toMatch(/secret-\d/)
})
