import { mustChange, type ReadDb, type WriteDb } from '../handle.ts'
import { readMeta, readNumber, writeMeta } from './meta.ts'

/** waiting: the server has not answered it. acknowledged: it has, the rows are still to come. */
export type IntentStage = 'waiting' | 'acknowledged'
/** An intent under way: a named mutation with its arguments (JSON), own id and time. Ids are contiguous per device, from 1. */
export type Intent = { id: number; key: string; name: string; args: unknown; atMs: number; stage: IntentStage }
/** What the server decided about one. */
export type Settled = { id: number; status: 'applied' | 'rejected' | 'failed'; code: string | null; text: string | null }

type Sql = { id: number; key: string; name: string; args: string; at_ms: number; stage: IntentStage }
const COLUMNS = 'id, key, name, args, at_ms, stage'
const toIntent = (sql: Sql): Intent => ({
  id: sql.id, key: sql.key, name: sql.name, args: JSON.parse(sql.args) as unknown, atMs: sql.at_ms, stage: sql.stage,
})

/** Puts an intent at the end, under the next id. @returns its id */
export function _append(db: WriteDb, intent: { key: string; name: string; args: unknown; atMs: number }): number {
  const id = readNumber(db, 'next_mutation_id') ?? 1
  mustChange(db.run('INSERT INTO outbox (id, key, name, args, at_ms) VALUES (?, ?, ?, ?, ?)',
    id, intent.key, intent.name, JSON.stringify(intent.args), intent.atMs), 1, 'outbox')
  writeMeta(db, 'next_mutation_id', id + 1)
  db.touch('outbox')
  return id
}

/** @returns every intent whose rows have not come back yet, oldest first */
export function readOutbox(db: ReadDb): Intent[] {
  return db.all<Sql>(`SELECT ${COLUMNS} FROM outbox ORDER BY id`).map(toIntent)
}

/** @returns the oldest intents the server has not answered: as many, and of as many bytes, as asked for at most; the first one always */
export function readUnsent(db: ReadDb, { count, bytes }: { count: number; bytes: number }): Intent[] {
  // Sizes first: they are known without reading the arguments.
  const sizes = db.all<{ id: number; bytes: number }>("SELECT id, octet_length(args) AS bytes FROM outbox WHERE stage = 'waiting' ORDER BY id LIMIT ?", count)
  let left = bytes
  const behind = sizes.findIndex((one, index) => (left -= one.bytes) < 0 && index > 0)
  const last = sizes.at(behind < 0 ? -1 : behind - 1)
  return last ? db.all<Sql>(`SELECT ${COLUMNS} FROM outbox WHERE stage = 'waiting' AND id <= ? ORDER BY id`, last.id).map(toIntent) : []
}

/** @returns ids of the messages, notes and ticks among what the server has not answered; also of lines that go with a transfer, or to many */
export function unsentMessageIds(db: ReadDb): Set<string> {
  return new Set(db.all<{ id: string | null }>(
    `SELECT coalesce(json_extract(args, '$.messageId'), json_extract(args, '$.line.messageId')) AS id FROM outbox WHERE stage = 'waiting'
    UNION ALL SELECT json_extract(one.value, '$.messageId') FROM outbox, json_each(outbox.args, '$.to') AS one
    WHERE stage = 'waiting' AND name = 'message.send_many'`)
    .flatMap(({ id }) => id ?? []))
}

export function countUnsent(db: ReadDb): number {
  return db.get<{ n: number }>("SELECT count(*) AS n FROM outbox WHERE stage = 'waiting'")?.n ?? 0
}

/** @returns how many of them the agent knows of: that a message was seen is told on the side, nobody waits for it to be sent */
export function countUnsentWork(db: ReadDb): number {
  return db.get<{ n: number }>(
    "SELECT count(*) AS n FROM outbox WHERE stage <> 'acknowledged' AND name <> 'conversation.seen'")?.n ?? 0
}

/**
 * The answer of a push, which compares keys: these are ours. Nothing is dropped yet, that happens with the rows of the pull;
 * results are kept until then. @param lastId of what was pushed, not of the device
 */
export function _markAcknowledged(db: WriteDb, lastId: number, results: Settled[]): void {
  const moved = db.run("UPDATE outbox SET stage = 'acknowledged' WHERE id <= ? AND stage = 'waiting'", lastId)
  if (moved > 0) db.touch('outbox')
  for (const { id, status, code, text } of results) {
    db.run('UPDATE outbox SET status = ?, code = ?, text = ? WHERE id = ?', status, code, text, id)
  }
}

/** @returns the highest id up to `lastMutationId` below which everything was answered to this very file */
function answeredUpTo(db: ReadDb, lastMutationId: number): number {
  const open = db.get<{ id: number | null }>("SELECT min(id) AS id FROM outbox WHERE stage = 'waiting'")?.id ?? null
  return open === null ? lastMutationId : Math.min(lastMutationId, open - 1)
}

/**
 * The server has dealt with everything up to `lastMutationId`: what a push has confirmed leaves the outbox for the journal, and
 * what was refused goes to the inbox with what was typed. A pull alone confirms nothing: after a restored backup the ids may
 * be another copy's (I1). What is not confirmed yet is pushed again and answered by its key. A result seen before changes nothing.
 */
export function _acknowledge(db: WriteDb, lastMutationId: number, results: Settled[], nowMs: number): void {
  const upTo = answeredUpTo(db, lastMutationId)
  const device = readMeta(db, 'device_id') ?? ''
  const known = db.all<Settled>('SELECT id, status, code, text FROM outbox WHERE id <= ? AND status IS NOT NULL', upTo)
  const moved = db.run(`INSERT OR REPLACE INTO journal (device_id, id, key, name, args, at_ms, acknowledged_at_ms)
    SELECT ?, id, key, name, args, at_ms, ? FROM outbox WHERE id <= ?`, device, nowMs, upTo)
  if (moved > 0) {
    db.run('DELETE FROM outbox WHERE id <= ?', upTo)
    db.touch('outbox')
  }
  // Nothing of ours is open: the ids go on after the server's.
  if (upTo >= (readNumber(db, 'next_mutation_id') ?? 1)) writeMeta(db, 'next_mutation_id', lastMutationId + 1)
  for (const result of [...known, ...results]) {
    const fresh = db.run('UPDATE journal SET status = ?, code = ?, text = ? WHERE device_id = ? AND id = ? AND status IS NULL',
      result.status, result.code, result.text, device, result.id)
    if (fresh === 0 || result.status === 'applied') continue
    mustChange(db.run(`INSERT OR REPLACE INTO inbox (id, mutation, args, code, text, at_ms)
      SELECT key, name, args, ?, ?, at_ms FROM journal WHERE device_id = ? AND id = ?`,
      result.code ?? 'failed', result.text, device, result.id), 1, 'inbox')
    db.touch('inbox')
  }
}

/** Forgets acknowledged intents older than the journal keeps them (72 h). */
export function pruneJournal(db: WriteDb, beforeMs: number): void {
  db.run('DELETE FROM journal WHERE acknowledged_at_ms < ?', beforeMs)
}

/**
 * A new epoch: the server was restored and knows this device only up to `serverLastId`. What it acknowledged after that comes
 * back into the outbox under its old id (I10). @returns false when the journal no longer reaches back: renumber then
 */
export function _resendAfter(db: WriteDb, serverLastId: number): boolean {
  const device = readMeta(db, 'device_id') ?? ''
  db.run("UPDATE outbox SET stage = 'waiting'")
  db.run(`INSERT OR IGNORE INTO outbox (id, key, name, args, at_ms)
    SELECT id, key, name, args, at_ms FROM journal WHERE device_id = ? AND id > ?`, device, serverLastId)
  db.run('DELETE FROM journal WHERE device_id = ? AND id > ?', device, serverLastId)
  db.touch('outbox')
  const ids = db.all<{ id: number }>('SELECT id FROM outbox WHERE id > ? ORDER BY id', serverLastId).map(({ id }) => id)
  if (ids.length === 0) {
    writeMeta(db, 'next_mutation_id', serverLastId + 1)
    return true
  }
  return ids.every((id, index) => id === serverLastId + 1 + index)
}

/** A new device id: what waits is numbered from 1 again, under its old keys' order. */
export function _renumber(db: WriteDb, deviceId: string): void {
  const waiting = readOutbox(db)
  db.run('DELETE FROM outbox')
  writeMeta(db, 'device_id', deviceId)
  writeMeta(db, 'next_mutation_id', 1)
  for (const intent of waiting) _append(db, intent)
  db.touch('outbox')
}
