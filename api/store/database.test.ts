import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { systemClock } from '../edge/clock.ts'
import { connect, openDatabase, DatabaseUrlMissing } from './database.ts'
import { startEmbedded } from './embedded/server.ts'
import { DatabaseIsNewer, MIGRATIONS, migrate } from './migrate.ts'
import { testDatabase, testUrl } from './test-database.ts'

const options = { directUrl: undefined, dataFolder: '/nonexistent', production: true, singleMachine: false, clock: systemClock }

test('production without DATABASE_URL is refused, unless it is said', async () => {
  await expect(openDatabase({ ...options, url: undefined })).rejects.toBeInstanceOf(DatabaseUrlMissing)
})

test('the embedded server outlives a killed API and is taken over with its data; loopback only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiftdesk-orphan-'))
  chmodSync(folder, 0o755)
  const server = pathToFileURL(join(import.meta.dirname, 'embedded/server.ts')).href
  const clock = pathToFileURL(join(import.meta.dirname, '../edge/clock.ts')).href
  const script = `const { startEmbedded } = await import(${JSON.stringify(server)});
    const { systemClock } = await import(${JSON.stringify(clock)});
    const server = await startEmbedded({ folder: process.argv[1], clock: systemClock });
    console.log(server.url('postgres')); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
      child.once('exit', (code) => reject(new Error(`exited with ${code}`)))
    })
    const first = connect(url, 1)
    await first`create table kept (n integer)`
    await first`insert into kept values (7)`
    expect((await first`show fsync`)[0]).toEqual({ fsync: 'on' })
    expect((await first`show listen_addresses`)[0]).toEqual({ listen_addresses: '127.0.0.1' })
    expect((await first`select pg_encoding_to_char(encoding) as encoding, datcollate from pg_database where datname = 'postgres'`)[0])
      .toEqual({ encoding: 'UTF8', datcollate: 'C' })
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const again = await startEmbedded({ folder, clock: systemClock })
    expect(again.url('postgres')).toBe(url)
    expect(await first`select n from kept`).toEqual([{ n: 7 }])
    await first.end()
    const wrong = connect(url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 1)
    await expect(wrong`select 1`).rejects.toMatchObject({ code: '28P01' })
    await wrong.end({ timeout: 0 })
    await again.stop()
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
    // And a third start on existing data.
    const third = await startEmbedded({ folder, clock: systemClock })
    const sql = connect(third.url('postgres'), 1)
    expect(await sql`select n from kept`).toEqual([{ n: 7 }])
    await sql.end()
    await third.stop()
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8').trim()).toBe('18')
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

test('two nodes may migrate at once; a newer database is refused', async () => {
  const admin = connect(testUrl('postgres'), 1)
  await admin`create database empty_start`
  await admin.end()
  const nodes = [0, 1].map(() => connect(testUrl('empty_start'), 2))
  await Promise.all(nodes.map((sql) => migrate(sql)))
  const [version] = await nodes[0]!`select max(version) as version from schema_migration`
  expect(version).toEqual({ version: MIGRATIONS.at(-1)?.version })
  await nodes[0]!`insert into schema_migration (version, name) values (9999, 'later')`
  await expect(migrate(nodes[1]!)).rejects.toBeInstanceOf(DatabaseIsNewer)
  for (const sql of nodes) await sql.end()
})

test('a fresh schema equals an upgraded one', async () => {
  const { sql, close } = await testDatabase(2)
  const describe = () => sql`select table_name, column_name, data_type, is_nullable from information_schema.columns
    where table_schema = 'public' order by table_name, ordinal_position`
  const before = await describe()
  await migrate(sql)
  expect(await describe()).toEqual(before)
  await close()
})
