import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ENTITY_NAMES } from '../domain/entities/entity-names.ts'
import { DiskFullError, FileBusyError, FileDamagedError, FileNewerError } from './errors.ts'
import { DeskFile } from './handle.ts'
import { tryLock } from './lock.ts'
import { MIGRATIONS, migrate, versionOf } from './migrate.ts'
import { COLUMNS, fieldsOf, sqlName } from './synced/columns.ts'
import { TEST_KEY, testFile } from './test-file.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-db-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const schema = (file: DeskFile): unknown => file.read.all('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')
const pragma = (file: DeskFile, name: string): unknown => Object.values(file.read.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]

test.each(MIGRATIONS.map((_, index) => index))('a file of version %i upgrades to what a fresh one is', version => {
  const old = DeskFile.open(join(dir, 'old.db'), TEST_KEY)
  migrate(old, version)
  expect(versionOf(old)).toBe(version)
  migrate(old)
  const fresh = testFile(join(dir, 'fresh.db'))
  expect(schema(old)).toEqual(schema(fresh))
  old.close()
  fresh.close()
})

test('every synced table has exactly the columns listed, strict, with its local table and view', () => {
  const file = testFile(join(dir, 'a.db'))
  for (const entity of ENTITY_NAMES) {
    const kinds: Record<string, string> = COLUMNS[entity]
    const columns = file.read.all<{ name: string; notnull: number }>(`PRAGMA table_info(${entity})`)
    expect(columns.map(({ name }) => name)).toEqual([...fieldsOf(entity).map(sqlName), 'row_seq'])
    for (const field of fieldsOf(entity)) {
      expect([entity, field, columns.find(({ name }) => name === sqlName(field))?.notnull]).toEqual([entity, field, kinds[field]?.endsWith('?') ? 0 : 1])
    }
    expect(file.read.all<{ name: string }>(`PRAGMA table_info(${entity}_local)`).map(({ name }) => name))
      .toEqual([...fieldsOf(entity).map(sqlName), 'gone'])
    expect(file.read.all(`SELECT id, pending FROM ${entity}_view`)).toEqual([])
  }
  const loose = file.read.all("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
  expect(loose).toEqual([])
  file.close()
})

test('every connection is durable, encrypted, and spills nothing to disk', () => {
  const file = testFile(join(dir, 'a.db'))
  expect(pragma(file, 'journal_mode')).toBe('wal')
  expect(pragma(file, 'synchronous')).toBe(2)
  expect(pragma(file, 'temp_store')).toBe(2)
  expect(pragma(file, 'secure_delete')).toBe(2)
  expect(pragma(file, 'cipher')).toBe('aegis')
  expect(pragma(file, 'algorithm')).toBe('aegis-256')
  for (const name of readdirSync(dir)) expect(readFileSync(join(dir, name)).includes('SQLite format 3')).toBe(false)
  file.close()
})

test('an older program refuses a newer file and leaves it as it is', () => {
  const path = join(dir, 'a.db')
  const file = testFile(path)
  file.write(db => db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`))
  expect(() => migrate(file)).toThrow(FileNewerError)
  file.close()
})

test('a wrong key and a damaged file are refused, and not a byte is changed', () => {
  const path = join(dir, 'a.db')
  testFile(path).close()
  const before = readFileSync(path)
  expect(() => DeskFile.open(path, new Uint8Array(32).fill(8))).toThrow(FileDamagedError)
  expect(readFileSync(path).equals(before)).toBe(true)
  const broken = Buffer.from(before)
  broken.fill(1, 0, 2_000)
  writeFileSync(path, broken)
  expect(() => DeskFile.open(path, TEST_KEY)).toThrow(FileDamagedError)
  expect(readFileSync(path).equals(broken)).toBe(true)
})

test('a lock file has one holder', () => {
  const first = tryLock(join(dir, 'a.lock'))
  expect(() => tryLock(join(dir, 'a.lock'))).toThrow(FileBusyError)
  first.release()
  tryLock(join(dir, 'a.lock')).release()
})

test('a failed transaction changes nothing and tells nobody', () => {
  const file = testFile(join(dir, 'a.db'))
  const heard: string[] = []
  file.onWrite(tables => heard.push(...tables))
  expect(() => file.write(db => {
    db.run("INSERT INTO draft (conversation_id, body, at_ms) VALUES ('c', 'x', 1)")
    db.touch('draft')
    throw new RangeError('stop')
  })).toThrow(RangeError)
  expect(file.read.all('SELECT body FROM draft')).toEqual([])
  expect(heard).toEqual([])
  file.close()
})

test('a full disk: the transaction is undone as a whole, what was there stays, and with room it goes on', () => {
  const file = testFile(join(dir, 'a.db'))
  file.write(db => db.run("INSERT INTO draft (conversation_id, body, at_ms) VALUES ('kept', 'x', 1)"))
  // SQLite answers SQLITE_FULL at this size as it does for a full disk.
  file.read.get(`PRAGMA max_page_count = ${Number(pragma(file, 'page_count')) + 2}`)
  const fill = (): number => file.write(db => {
    for (let i = 0; i < 50; i++) db.run('INSERT INTO draft (conversation_id, body, at_ms) VALUES (?, ?, 1)', `c${i}`, 'y'.repeat(3_000))
    return 50
  })
  expect(fill).toThrow(DiskFullError)
  expect(file.read.all('SELECT conversation_id AS id FROM draft')).toEqual([{ id: 'kept' }])
  file.read.get('PRAGMA max_page_count = 1000000')
  expect(fill()).toBe(50)
  file.close()
})
