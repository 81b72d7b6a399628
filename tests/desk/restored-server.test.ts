import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../api/store/database.ts'
import { testDatabase, type TestDatabase } from '../../api/store/test-database.ts'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import { TcpProxy } from '../network/tcp-proxy.ts'
import { TestDesk } from './test-desk.ts'
import { WebCustomer } from './web-customer.ts'

// I10 against a server that really came back from a backup: what was acknowledged after it comes again from the desks' journals.
const password = 'shiftdesk-demo'
let db: TestDatabase
let dir: string
let line: TcpProxy
let node: Awaited<ReturnType<typeof startNode>> | null = null
let backup = ''
const desks: TestDesk[] = []

beforeAll(async () => {
  db = await testDatabase()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-restored-'))
  line = await TcpProxy.open(() => (node ? [node.port] : []))
})
afterAll(async () => {
  await Promise.all(desks.map(({ desk }) => desk.stop()))
  await node?.stop()
  await line?.close()
  if (backup !== '') await asAdmin(sql => sql`drop database if exists ${sql(backup)} with (force)`)
  await db?.close()
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

function api(url: string, ...args: string[]) {
  return spawn(process.execPath, ['api/main.ts', ...args, '--data', join(dir, 'api')], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url }, stdio: ['ignore', 'pipe', 'pipe'],
  })
}
async function startNode(url: string) {
  const child = api(url, '--demo', '--port', '0')
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => { errors = (errors + chunk.toString()).slice(-4_000) })
  for await (const text of createInterface({ input: child.stdout })) {
    if (!text.startsWith('SHIFTDESK_READY ')) continue
    const port = Number(new URL((JSON.parse(text.slice('SHIFTDESK_READY '.length)) as { url: string }).url).port)
    return {
      port,
      stop: async () => {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error(`the API ended: ${errors}`)
}
async function asAdmin(work: (sql: ReturnType<typeof connect>) => Promise<unknown>): Promise<void> {
  const url = new URL(db.url)
  url.pathname = '/postgres'
  const sql = connect(url.href, 1)
  await work(sql)
  await sql.end()
}
const urlOf = (database: string): string => {
  const url = new URL(db.url)
  url.pathname = `/${database}`
  return url.href
}

const signIn = (desk: TestDesk) =>
  desk.call('session.signIn', { api: line.url, shop: 'yunduo', account: 'xiaoan', password, staySignedIn: false })
const settled = (desk: TestDesk) => desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0, 60_000)
const say = (desk: TestDesk, conversationId: string, body: string) =>
  desk.call('message.send', { conversationId, body, kind: null, scriptId: null, attachmentIds: [], quoteId: null })
function newDesk(name: string): TestDesk {
  const desk = new TestDesk(join(dir, name), fetchTransport(true))
  desks.push(desk)
  return desk
}

test('I10: a server restored from a backup gets back what it forgot, once each, from two desks of one agent', async () => {
  node = await startNode(db.url)
  const first = newDesk('first')
  await signIn(first)
  await first.call('settings.save', { takeBackSec: 0 })
  await first.call('presence.set', { state: 'online', reason: null })
  await settled(first)
  const customer = await WebCustomer.start(line.url, '恢复')
  await customer.write('在吗？')
  const { waiting, queue } = await first.until('conversations', {}, lists => [...lists.waiting, ...lists.queue].some(({ name }) => name === '恢复'), 30_000)
  const id = [...waiting, ...queue].find(({ name }) => name === '恢复')?.id ?? ''
  if (queue.some(row => row.id === id)) await first.call('conversation.take', { conversationId: id })
  await first.until('conversations', {}, lists => lists.waiting.some(row => row.id === id))
  await say(first, id, '备份以前')
  await settled(first)

  // The backup: a copy of the database with nobody connected.
  await node.stop()
  node = null
  backup = `${new URL(db.url).pathname.slice(1)}_backup`
  await asAdmin(sql => sql`create database ${sql(backup)} template ${sql(new URL(db.url).pathname.slice(1))}`)
  node = await startNode(db.url)
  await say(first, id, '备份以后一')
  await say(first, id, '备份以后二')
  await settled(first)
  const second = newDesk('second')
  await signIn(second)
  await second.call('settings.save', { takeBackSec: 0 })
  await second.until('thread', { conversationId: id, limit: 50 }, value => value !== null, 30_000)
  await say(second, id, '第二台电脑')
  await settled(second)
  await settled(first)

  // The machine is lost; both desks write on.
  line.cut()
  await node.stop()
  node = null
  await say(first, id, '断线时写的')
  await say(second, id, '第二台断线时写的')
  const command = api(urlOf(backup), 'new-epoch', '--all')
  expect(await once(command, 'exit')).toEqual([0, null])
  node = await startNode(urlOf(backup))
  line.heal()
  for (const desk of desks) await desk.call('sync.now', {})
  await settled(first)
  // The restored server has never heard of the second device: the password is asked for, and nothing of it is lost.
  await second.until('session', {}, ({ needsSignIn }) => needsSignIn, 60_000)
  await signIn(second)
  await settled(second)
  await settled(first)

  const bodies = (await customer.state()).messages.filter(({ from }) => from === 'agent').map(({ body }) => body)
  expect([...bodies].sort()).toEqual(['备份以前', '备份以后一', '备份以后二', '断线时写的', '第二台电脑', '第二台断线时写的'].sort())
  const of = (texts: string[]): string[] => bodies.filter(body => texts.includes(body))
  expect(of(['备份以前', '备份以后一', '备份以后二', '断线时写的'])).toEqual(['备份以前', '备份以后一', '备份以后二', '断线时写的'])
  expect(of(['第二台电脑', '第二台断线时写的'])).toEqual(['第二台电脑', '第二台断线时写的'])
  for (const desk of desks) {
    const thread = await desk.until('thread', { conversationId: id, limit: 50 }, value =>
      (value?.items.filter(({ author, position }) => author === 'agent' && position !== null).length ?? 0) === 6, 30_000)
    expect(thread?.items.filter(({ author }) => author === 'agent')).toHaveLength(6)
    expect(desk.log.filter(({ event }) => event === 'checksum_differs')).toEqual([])
    expect((await settled(desk)).refused).toBe(0)
  }
}, 240_000)
