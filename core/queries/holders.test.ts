import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { _putRow } from '../../db/synced/rows.ts'
import type { DeskFile } from '../../db/handle.ts'
import { conversation, message, testFile } from '../../db/test-file.ts'
import type { SystemLine } from '../../domain/entities/conversation.ts'
import { holdersOf } from './holders.ts'

let dir: string
let file: DeskFile
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-holders-'))
  file = testFile(join(dir, 'a.db'))
})
afterEach(() => {
  file.close()
  rmSync(dir, { recursive: true, force: true })
})

const NAMES = new Map([['an', '小安'], ['li', '小李'], ['wu', '小吴']])

/** The program's lines of a thread, a second apart. */
function told(...lines: [kind: SystemLine['kind'], params: SystemLine['params']][]): void {
  file.write(db => {
    lines.forEach(([kind, params], index) => {
      const row = message(`m${index}`, 'c', index + 1, { author: 'system', authorId: null, system: { kind, params }, acceptedAtMs: index * 1_000 })
      _putRow(db, 'message', row, '1', false)
    })
  })
}
const held = (change: Parameters<typeof conversation>[1]) =>
  holdersOf(file.read, conversation('c', change), NAMES).map(({ name, fromMs, toMs }) => [name, fromMs, toMs])

test('M6: who had it and how long: a transfer counts from its acceptance, not from its offer', () => {
  told(['assigned', { personId: 'an' }], ['transfer_offered', { fromId: 'an', toId: 'li' }], ['transferred', { fromId: 'an', toId: 'li' }], ['handed_over', { fromId: 'li', toId: 'wu' }])
  expect(held({ ownerId: 'wu' })).toEqual([['小安', 0, 2_000], ['小李', 2_000, 3_000], ['小吴', 3_000, null]])
})

test('back in the queue nobody has it; closed, nobody any more; opened again, the same one', () => {
  told(['assigned', { personId: 'an' }], ['reassigned', { fromId: 'an' }], ['assigned', { personId: 'li' }], ['closed', {}], ['reopened', {}])
  expect(held({ ownerId: 'li' })).toEqual([['小安', 0, 1_000], ['小李', 2_000, 3_000], ['小李', 4_000, null]])
})

test('to a team it leaves the agent at once; who took it before its thread was here is known from the conversation', () => {
  told(['assigned', { personId: 'an' }], ['transfer_offered', { fromId: 'an' }])
  expect(held({ ownerId: null, state: 'queued' })).toEqual([['小安', 0, 1_000]])
  expect(held({ ownerId: 'li', assignedAtMs: 1_500 })).toEqual([['小安', 0, 1_000], ['小李', 1_500, null]])
})
