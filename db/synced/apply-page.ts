import type { EntityName } from '../../domain/entities/entity.ts'
import type { DeskFile, WriteDb } from '../handle.ts'
import { _acknowledge, type Settled } from '../local/outbox.ts'
import { writeMeta } from '../local/meta.ts'
import { _putRow, parseRow } from './rows.ts'
import { _addToSum, _leave, _scopesOf, _seqOf, type RowHash } from './scopes.ts'

export type Change =
  | { op: 'put'; scope: string; entity: EntityName; id: string; seq: string; row: unknown }
  | { op: 'leave'; scope: string; entity: EntityName; id: string }
  | { op: 'drop_scope'; scope: string }

export type Page = {
  changes: Change[]
  cookie: string
  epoch: string
  lastMutationId: number | null
  results: Settled[]
  nowMs: number
}

/** Places where a test kills the process or throws (I12). */
export type CrashPoint = 'begin' | 'rows' | 'outbox' | 'cookie' | 'replayed' | 'committed'

/**
 * One page of a pull, as one transaction: rows, drop of the acknowledged outbox, results, cookie, then the replay of what is
 * still pending. A crash leaves all of it or nothing (I12): never a hole, never a cookie ahead of its rows.
 * @param replay rebuilds the local rows @param at called at each named point
 * @throws BadRowError before anything is written · DiskFullError, FileDamagedError with nothing changed
 */
export function applyPage(
  file: DeskFile, page: Page, hash: RowHash, replay: (db: WriteDb) => void, at: (point: CrashPoint) => void = () => undefined,
): void {
  const rows = page.changes.map(change => (change.op === 'put' ? parseRow(change.entity, change.row) : null))
  file.write(db => {
    at('begin')
    page.changes.forEach((change, index) => {
      if (change.op === 'put') _put(db, hash, change, rows[index] as unknown as Record<string, unknown>)
      else if (change.op === 'leave') _leave(db, hash, change.scope, change.entity, change.id)
      else _dropScope(db, hash, change.scope)
    })
    at('rows')
    if (page.lastMutationId !== null) _acknowledge(db, page.lastMutationId, page.results, page.nowMs)
    at('outbox')
    writeMeta(db, 'cookie', page.cookie)
    writeMeta(db, 'epoch', page.epoch)
    at('cookie')
    replay(db)
    at('replayed')
  })
  at('committed')
}

function _put(db: WriteDb, hash: RowHash, change: Extract<Change, { op: 'put' }>, row: Record<string, unknown>): void {
  const { entity, id, scope, seq } = change
  const held = _seqOf(db, entity, id)
  if (held === null || BigInt(held) < BigInt(seq)) {
    _putRow(db, entity, row, seq, false)
    db.touch(entity, id)
    const next = hash(entity, id, seq)
    // A row counts in every scope that holds it with its newest seq.
    if (held !== null) {
      const delta = next - hash(entity, id, held)
      for (const other of _scopesOf(db, entity, id)) _addToSum(db, other, delta)
    }
  }
  const added = db.run('INSERT OR IGNORE INTO row_scope (entity, id, scope) VALUES (?, ?, ?)', entity, id, scope)
  if (added === 1) _addToSum(db, scope, hash(entity, id, _seqOf(db, entity, id) ?? seq))
}

function _dropScope(db: WriteDb, hash: RowHash, scope: string): void {
  const held = db.all<{ entity: EntityName; id: string }>('SELECT entity, id FROM row_scope WHERE scope = ?', scope)
  for (const { entity, id } of held) _leave(db, hash, scope, entity, id)
  db.run('DELETE FROM scope_sum WHERE scope = ?', scope)
}
