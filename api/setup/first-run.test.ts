import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Session } from '../../protocol/rest.ts'
import { assembleApp } from '../assemble.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { testContext } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'

// A real shop from nothing: the page of the first start, the administrator, staff by file, their first password, a channel.
let db: TestDatabase
let context: ApiContext & { end(): Promise<void> }
let app: App

beforeAll(async () => {
  db = await testDatabase()
  context = await testContext(db)
  app = (await assembleApp(context, { log: context.log, setupToken: 'token-from-the-log' })).app
})

afterAll(async () => {
  await app.close()
  await context.end()
  await db.close()
})

const form = (fields: Record<string, string>) => app.inject({
  method: 'POST', url: '/setup', payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})
const FIELDS = {
  token: 'token-from-the-log', shop: 'linlang', name: '琳琅', adminAccount: 'Boss', adminName: '老板',
  password: 'a long password', team: '售前', byHand: 'yes',
}

const signIn = async (account: string, password: string): Promise<{ status: number, token: string }> => {
  const answer = await app.inject({
    method: 'POST', url: '/v1/auth/sign-in', payload: { shop: 'linlang', account, password, deviceId: null, deviceName: 'd' },
  })
  return { status: answer.statusCode, token: answer.json<Session>().accessToken }
}
const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, token: string, payload?: object) => app.inject({
  method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}),
})

it('the set-up page is there for whoever has the token, says what is wrong, and gives nothing back as HTML', async () => {
  expect((await app.inject('/setup?token=wrong')).statusCode).toBe(404)
  expect((await app.inject('/setup')).statusCode).toBe(404)
  const page = await app.inject('/setup?token=token-from-the-log')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  const wrong = await form({ ...FIELDS, name: '"><script>x</script>', shop: 'Not Good', password: 'short' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).not.toContain('<script>')
  expect(wrong.body).not.toContain('value="short"')
  expect((await form({ ...FIELDS, token: 'wrong' })).statusCode).toBe(404)
})

it('makes the shop once; then the page is gone', async () => {
  const done = await form(FIELDS)
  expect(done.statusCode).toBe(200)
  expect(done.body).toMatch(/\/chat\/[a-z0-9]{6,}/)
  expect((await form({ ...FIELDS, shop: 'second' })).statusCode).toBe(404)
  expect((await app.inject('/setup?token=token-from-the-log')).statusCode).toBe(404)
})

it('brings staff in by file: preview, faults by line, then for real with codes to choose a password', async () => {
  const { token } = await signIn('boss', 'a long password')
  const bring = async (csv: string, apply: boolean) => (await call('POST', '/v1/people/import', token, { csv, apply })).json<{
    applied: boolean, people: { account: string, action: string, code: string | null }[], errors: { line: number, problem: string }[]
  }>()
  const csv = '账号,姓名,角色,团队,技能\nxiaoyu,小雨,客服,售前,尺码\nboss,老板,管理员;主管,售前,\n'
  expect(await bring(csv.replace('售前', '没有'), true)).toMatchObject({ applied: false, errors: [{ line: 2 }] })
  expect((await bring(csv, false)).people.map(({ account, action }) => `${account} ${action}`)).toEqual(['xiaoyu add', 'boss change'])
  expect((await call('GET', '/v1/people', token)).json()).toHaveLength(1)
  const done = await bring(csv, true)
  const code = done.people[0]?.code ?? ''
  expect(done.applied).toBe(true)
  expect((await bring(csv, false)).people.map(({ action }) => action)).toEqual(['same', 'same'])
  expect((await app.inject({
    method: 'POST', url: '/v1/auth/redeem-code', payload: { shop: 'linlang', account: 'XiaoYu', code, newPassword: 'another long one' },
  })).statusCode).toBe(200)
  const agent = await signIn('xiaoyu', 'another long one')
  expect((await call('POST', '/v1/people/import', agent.token, { csv, apply: true })).statusCode).toBe(403)
})

it('keeps the last administrator, switches people off at once, and supervisors away from administrators', async () => {
  const { token } = await signIn('boss', 'a long password')
  const people = (await call('GET', '/v1/people', token)).json<{ id: string, account: string, roles: string[] }[]>()
  const find = (account: string) => people.find((person) => person.account === account) ?? { id: '', account, roles: [] }
  const { id: bossId, ...boss } = find('boss')
  expect((await call('PUT', `/v1/people/${bossId}`, token, { ...boss, roles: ['agent'] })).json()).toMatchObject({ code: 'last_admin' })
  expect((await call('PUT', `/v1/people/${bossId}`, token, { ...boss, active: false })).json()).toMatchObject({ code: 'last_admin' })
  const { id, ...agent } = find('xiaoyu')
  expect((await call('POST', '/v1/people', token, { ...agent, account: 'XIAOYU' })).json()).toMatchObject({ code: 'account_taken' })
  expect((await call('PUT', `/v1/people/${id}`, token, { ...agent, roles: ['supervisor'] })).statusCode).toBe(200)
  const supervisor = await signIn('xiaoyu', 'another long one')
  expect((await call('PUT', `/v1/people/${bossId}`, supervisor.token, { ...boss, name: 'x' })).statusCode).toBe(403)
  expect((await call('PUT', `/v1/people/${id}`, supervisor.token, { ...agent, roles: ['admin'] })).statusCode).toBe(403)
  expect((await call('PUT', `/v1/people/${id}`, token, { ...agent, active: false })).statusCode).toBe(200)
  expect((await call('GET', '/v1/auth/me', supervisor.token)).statusCode).toBe(401)
  expect((await signIn('xiaoyu', 'another long one')).status).toBe(401)
})

it('teams, channels and quick replies are kept, and sync', async () => {
  const { token } = await signIn('boss', 'a long password')
  const channels = (await call('GET', '/v1/channels', token)).json<{ kind: string }[]>()
  expect(channels.map(({ kind }) => kind).sort()).toEqual(['companion', 'web_chat'])
  const [team] = (await call('GET', '/v1/teams', token)).json<{ id: string, name: string }[]>()
  const { id: teamId = '', ...rest } = team ?? {}
  expect((await call('PUT', `/v1/teams/${teamId}`, token, { ...rest, name: '售前一组' })).json()).toMatchObject({ id: teamId, name: '售前一组' })
  const channel = {
    kind: 'webhook', name: 'IM', teamId, language: 'zh', openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: ['2026-02-17'] },
    automaticReply: null, closedNotice: null, skill: null, active: true,
  }
  const made = await call('POST', '/v1/channels', token, { channel, url: 'https://im.example.com/hook' })
  expect(made.json()).toMatchObject({ keys: { secretIn: expect.stringMatching(/^whsec_/), secretOut: expect.stringMatching(/^whsec_/) } })
  for (const url of ['http://im.example.com/', 'https://127.0.0.1/', 'https://10.0.0.9/hook', 'https://user:x@im.example.com/']) {
    expect((await call('POST', '/v1/channels', token, { channel, url })).json(), url).toMatchObject({ status: 422, code: 'address_inside' })
  }
  const script = { code: 'hy01', stage: 'opening', scene: null, title: '欢迎', body: '您好', language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null }
  const added = (await call('POST', '/v1/scripts', token, script)).json<{ id: string }>()
  expect((await call('PUT', `/v1/scripts/${added.id}`, token, { ...script, body: '您好呀' })).json()).toMatchObject({ body: '您好呀' })
  expect((await call('DELETE', `/v1/scripts/${added.id}`, token)).statusCode).toBe(200)
  expect((await call('GET', '/v1/scripts', token)).json()).toEqual([])
  const logged = await context.sql<{ entity: string, op: string }[]>`select entity, op from change where entity = 'script' order by seq`
  expect(logged.map(({ op }) => op)).toEqual(['put', 'put', 'leave'])
})
