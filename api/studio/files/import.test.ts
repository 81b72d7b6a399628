import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ScriptContent } from '../../../domain/entities/script.ts'
import { scriptPinyin } from '../../../domain/palette/pinyin.ts'
import { phraseFile } from '../../../tests/fixtures/phrase-file.ts'
import { startJobs } from '../../jobs/runner.ts'
import { listEntities } from '../../store/entities.ts'
import type { ApiContext } from '../../context.ts'
import { standingClock, testContext, testShop } from '../../store/test-context.ts'
import type { TestShop } from '../../store/test-context.ts'
import { testDatabase } from '../../store/test-database.ts'
import type { TestDatabase } from '../../store/test-database.ts'
import { inTransaction } from '../../store/transaction.ts'
import { STUDIO_JOBS } from '../go-out.ts'
import { scriptContent, TestSupervisor } from '../test-studio.ts'
import { RowWriter, beginImport } from './import-rows.ts'
import { endThreads, inWorker } from './in-worker.ts'
import { IMPORT_JOBS } from './import-take-back.ts'

let db: TestDatabase
let context: ApiContext & { end(): Promise<void> }
let shop: TestShop
let boss: TestSupervisor
const clock = standingClock()

beforeAll(async () => {
  db = await testDatabase()
  context = await testContext(db, { clock })
})
beforeEach(async () => {
  shop = await testShop(context, { zhuguan: { roles: ['supervisor'] }, other: { roles: ['supervisor'] }, xiaoan: {} })
  boss = new TestSupervisor(context, shop, 'zhuguan')
})
afterAll(async () => {
  await endThreads()
  await context.end()
  await db.close()
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const readFile = (bytes: Uint8Array, by = boss) => by.ask('import.read', { name: 'phrases.csv', bytes: base64(bytes), mapping: null })
const runJobs = () => startJobs(context, { ...STUDIO_JOBS, ...IMPORT_JOBS }, { loop: false }).runDue()
const scripts = async () => {
  const keys = await context.keys.of(context.sql, shop.tenant)
  const rows = await listEntities({ tx: context.sql, tenant: shop.tenant, keys }, 'script', {})
  return rows.map(({ code, body, version, stage }) => `${code} ${version} ${stage} ${body}`).sort()
}
const count = async (table: string) => (await context.sql<{ n: number }[]>`
  select count(*)::int as n from ${context.sql(table)} where tenant = ${shop.tenant}`)[0]?.n

async function imported(bytes: Uint8Array) {
  const read = await readFile(bytes)
  await boss.ask('import.apply', { importId: read.importId, title: 'A file' })
  return read
}

describe('import', () => {
  it('names each of 7 bad rows among 2,000 in GBK, and lets none of the others in', async () => {
    const file = phraseFile(2_000, { bad: 7 })
    const read = await readFile(file.bytes)
    expect(read).toMatchObject({ recognised: 'qianniu', encoding: 'gbk', total: 2_000, fresh: 1_993, faultCount: 7 })
    expect(read.faults.map(({ line, code }) => ({ line, code }))).toEqual(file.faults)
    await expect(boss.ask('import.apply', { importId: read.importId, title: 'A file' })).rejects.toMatchObject({ status: 409, code: 'faults' })
    expect(await scripts()).toEqual([])
  })

  it('goes out as one release, in parts; read again it is the same', async () => {
    const { bytes } = phraseFile(250)
    const read = await imported(bytes)
    expect(await boss.ask('import.status', { importId: read.importId })).toMatchObject({ state: 'applying', total: 250, done: 0 })
    await runJobs()
    const status = await boss.ask('import.status', { importId: read.importId })
    expect(status).toMatchObject({ state: 'done', done: 250, total: 250 })
    expect(await scripts()).toHaveLength(250)
    expect((await scripts())[0]).toMatch(/^af108 1 apology 真的很抱歉/)
    const [release] = await context.sql`select title, state, item_count from release where tenant = ${shop.tenant} and id = ${status.releaseId}`
    expect(release).toMatchObject({ title: 'A file', state: 'live', item_count: 250 })
    expect(await readFile(bytes)).toMatchObject({ fresh: 0, changed: 0, same: 250, faultCount: 0 })
  })

  it('cancelled on its way it leaves nothing behind, and what was there before is as it was', async () => {
    await imported(phraseFile(40).bytes)
    const before = await scripts()
    const versions = await count('content_version')
    const more = phraseFile(1_000).bytes
    const text = new TextDecoder('gbk').decode(more).replaceAll('欢迎光临', '欢迎来到')
    const read = await readFile(new TextEncoder().encode(text))
    expect(read).toMatchObject({ changed: 2, fresh: 960, same: 38 })
    await boss.ask('import.apply', { importId: read.importId, title: 'More' })
    const going = runJobs()
    while (await count('script') === 40);
    await boss.ask('import.cancel', { importId: read.importId })
    await going
    await runJobs()
    expect(await scripts()).toEqual(before)
    expect(await count('release')).toBe(1)
    expect(await count('release_item')).toBe(40)
    expect(await count('content_version')).toBe(versions)
    expect(await boss.ask('import.status', { importId: read.importId })).toMatchObject({ state: 'cancelled' })
    await expect(boss.ask('import.apply', { importId: read.importId, title: 'More' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of a broken file nothing is kept, and of one that was never read to its end nothing after an hour', async () => {
    await readFile(phraseFile(3_000, { bad: 2 }).bytes)
    expect(await count('release_item')).toBe(0)
    // The node died while it was reading: some of its rows are there, and nobody was told of them.
    const importId = context.ids.next()
    await beginImport(context.sql, shop.tenant, { id: importId, personId: shop.people['zhuguan']!, nowMs: clock.now() })
    const writer = new RowWriter(context.sql, context.ids, shop.tenant, importId)
    writer.write({ json: JSON.stringify([{ id: null, baseVersion: 0, content: scriptContent('x', '一') }]), count: 1 })
    await writer.written()
    await expect(boss.ask('import.apply', { importId, title: 'Half' })).rejects.toMatchObject({ status: 404 })
    await expect(boss.ask('import.status', { importId })).rejects.toMatchObject({ status: 404 })
    await imported(phraseFile(5).bytes)
    expect(await count('release_item')).toBe(6)
    clock.set(clock.now() + 3_600_000)
    await readFile(phraseFile(1).bytes)
    // What went out keeps its items: they are what the release was.
    expect(await count('release_item')).toBe(5)
    expect(await scripts()).toHaveLength(5)
  })

  it('the readings made in the thread are those that the row would get when it goes out', async () => {
    const made = new Map<number, string>()
    let rows: { content: ScriptContent }[] = []
    const done = await new Promise<number>((resolve) => {
      void inWorker<'read'>(clock, { kind: 'read', bytes: base64(phraseFile(1_500).bytes), mapping: null, existing: '[]', rules: '[]', timeZone: 'Asia/Shanghai' }, {
        rows: ({ json }) => { rows = [...rows, ...JSON.parse(json) as typeof rows] },
        readings: (from, readings) => {
          for (const [n, reading] of readings.entries()) made.set(from + n, reading)
          if (made.size === 1_500) resolve(made.size)
        },
      })
    })
    expect(done).toBe(1_500)
    expect(rows.map((_, n) => made.get(n))).toEqual(rows.map(({ content }) => scriptPinyin(content)))
  })

  it('a thread that fails takes no later file with it', async () => {
    await expect(inWorker(clock, { kind: 'read', bytes: '', mapping: null, existing: 'no JSON', rules: '[]', timeZone: 'Asia/Shanghai' })).rejects.toThrow('JSON')
    expect(await readFile(phraseFile(3).bytes)).toMatchObject({ total: 3, faultCount: 0 })
    await endThreads()
    expect(await readFile(phraseFile(3).bytes)).toMatchObject({ total: 3, faultCount: 0 })
  })

  it('is refused when somebody published one of its scripts after the preview', async () => {
    const read = await readFile(phraseFile(3).bytes)
    await imported(phraseFile(1).bytes)
    await expect(boss.ask('import.apply', { importId: read.importId, title: 'Late' })).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect(await scripts()).toHaveLength(1)
  })

  it('belongs to who read it, goes out once, and is forgotten after an hour', async () => {
    const read = await readFile(phraseFile(5).bytes)
    const other = new TestSupervisor(context, shop, 'other')
    await expect(other.ask('import.apply', { importId: read.importId, title: 'Not mine' })).rejects.toMatchObject({ status: 404 })
    await boss.ask('import.apply', { importId: read.importId, title: 'Mine' })
    await boss.ask('import.apply', { importId: read.importId, title: 'Mine' })
    await expect(boss.ask('import.cancel', { importId: read.importId })).rejects.toMatchObject({ code: 'already_out' })
    expect(await count('release')).toBe(1)
    clock.set(clock.now() + 3_600_000)
    await runJobs()
    expect(await count('import_file')).toBe(0)
  })

  it('keeps out what the language rules block', async () => {
    await inTransaction(context, shop.tenant, (changes) => changes.put('language_rule', {
      id: 'rule-1', rule: 'D4', severity: 'block', language: 'zh', wordings: ['关我什么事'], exceptions: [], positive: null, reason: null, active: true,
      version: 1, updatedAtMs: clock.now(),
    }))
    const read = await readFile(new TextEncoder().encode('code,text\nk1,这关 我什么事呢\n'))
    expect(read.faults).toMatchObject([{ line: 2, code: 'language_block' }])
  })

  it('answers others while it reads 4,000 rows', async () => {
    const bytes = base64(phraseFile(4_000).bytes)
    // Processor time of this thread between two of its turns: other programs add nothing to it.
    let longestMs = 0
    let last = process.threadCpuUsage()
    const probe = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last)
      longestMs = Math.max(longestMs, (user + system) / 1_000)
      last = process.threadCpuUsage()
    }, 5)
    const read = await boss.ask('import.read', { name: 'a.csv', bytes, mapping: null })
    clearInterval(probe)
    expect(read).toMatchObject({ total: 4_000, faultCount: 0 })
    expect(longestMs).toBeLessThan(300)
  })
})
