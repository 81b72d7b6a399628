import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WriteEffectError } from './errors.ts'
import type { DeskFile } from './handle.ts'
import { testFile } from './test-file.ts'

let dir: string
let file: DeskFile
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-rename-'))
  file = testFile(join(dir, 'a.db'))
  file.write(db => {
    db.exec(`CREATE TABLE shelf (id TEXT PRIMARY KEY NOT NULL, box TEXT NOT NULL) STRICT;
      CREATE INDEX shelf_by_box ON shelf (box);
      CREATE TABLE s_shelf (id TEXT PRIMARY KEY NOT NULL, box TEXT NOT NULL) STRICT;
      CREATE INDEX shelf_by_box_x ON s_shelf (box);
      CREATE VIEW shelf_view AS SELECT id, box FROM shelf`)
    db.run("INSERT INTO shelf (id, box) VALUES ('a', 'old')")
    db.run("INSERT INTO s_shelf (id, box) VALUES ('a', 'new'), ('b', 'new')")
  })
})
afterEach(() => {
  file.close()
  rmSync(dir, { recursive: true, force: true })
})

const swap = new Map([['shelf', 'old_shelf'], ['s_shelf', 'shelf']])
const boxes = (table: string): string[] => file.read.all<{ box: string }>(`SELECT box FROM ${table} ORDER BY id`).map(({ box }) => box)
const sound = (): unknown => file.read.get('PRAGMA integrity_check')

test('the twin takes the name, views go on by name, indexes go along, also in a file that is opened again', () => {
  expect(boxes('shelf_view')).toEqual(['old'])
  file.write(db => db.renameTables(swap))
  for (const reopen of [false, true]) {
    if (reopen) {
      file.close()
      file = testFile(join(dir, 'a.db'))
    }
    expect([boxes('shelf_view'), boxes('shelf'), boxes('old_shelf')]).toEqual([['new', 'new'], ['new', 'new'], ['old']])
    const plan = file.read.get<{ detail: string }>("EXPLAIN QUERY PLAN SELECT id FROM shelf WHERE box = 'new'")
    expect(plan?.detail).toContain('shelf_by_box_x')
    expect(sound()).toEqual({ integrity_check: 'ok' })
  }
  expect(() => file.write(db => db.run("INSERT INTO shelf (id, box) VALUES ('b', 'twice')"))).toThrow('UNIQUE')
})

test('an error afterwards takes it back', () => {
  expect(() => file.write(db => {
    db.renameTables(swap)
    throw new RangeError('later')
  })).toThrow(RangeError)
  expect([boxes('shelf_view'), boxes('s_shelf')]).toEqual([['old'], ['new', 'new']])
  expect(sound()).toEqual({ integrity_check: 'ok' })
})

test('a table that is not there is refused before anything is written; the schema cannot be written afterwards', () => {
  expect(() => file.write(db => db.renameTables(new Map([['nowhere', 'x']])))).toThrow(WriteEffectError)
  file.write(db => db.renameTables(swap))
  expect(() => file.write(db => db.run("UPDATE sqlite_schema SET sql = '' WHERE name = 'shelf'"))).toThrow('may not be modified')
})
