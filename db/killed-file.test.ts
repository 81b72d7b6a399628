import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileDamagedError } from './errors.ts'
import { DeskFile } from './handle.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'shiftdesk-killed-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

const key = new Uint8Array(32).fill(7)

/** What a kill -9 leaves: the file and its write-ahead log as they are while the engine has them open. */
function leftBehind(): string {
  const file = DeskFile.open(path.join(folder, 'living.db'), key)
  file.write(db => {
    db.exec('create table note (body text) strict')
    db.run('insert into note values (?)', 'kept')
  })
  for (const end of ['', '-wal', '-shm']) cpSync(path.join(folder, `living.db${end}`), path.join(folder, `left.db${end}`))
  file.close()
  return path.join(folder, 'left.db')
}

test('a file left by a killed engine opens with all that was committed', () => {
  const file = DeskFile.open(leftBehind(), key)
  expect(file.read.all('select body from note')).toEqual([{ body: 'kept' }])
  file.close()
})

test('a wrong key is refused and spoils nothing', () => {
  const left = leftBehind()
  expect(() => DeskFile.open(left, new Uint8Array(32).fill(8))).toThrow(FileDamagedError)
  const file = DeskFile.open(left, key)
  expect(file.read.all('select body from note')).toEqual([{ body: 'kept' }])
  file.close()
})
