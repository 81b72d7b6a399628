import { mustChange, type ReadDb, type WriteDb } from '../handle.ts'

/** none: came from the server. waiting: goes up. failed: gave up, the agent may retry. done: is up. */
export type UploadState = 'none' | 'waiting' | 'failed' | 'done'
export type StoredBytes = { mime: string; bytes: Uint8Array }
export type Upload = { id: string; state: UploadState; progress: number | null }

/** Least recently used pictures beyond this go, except those not yet up. */
export const CACHE_BYTES = 500 * 1024 * 1024

export function storeBytes(
  db: WriteDb, picture: { id: string; mime: string; bytes: Uint8Array; upload: UploadState; atMs: number },
): void {
  mustChange(db.run(`INSERT INTO attachment_bytes (id, mime, size, bytes, used_at_ms, upload, progress)
    VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (id) DO UPDATE SET used_at_ms = excluded.used_at_ms`,
    picture.id, picture.mime, picture.bytes.length, picture.bytes, picture.atMs, picture.upload), 1, 'attachment_bytes')
  evict(db)
  db.touch('attachment_bytes')
}

/** Marks them used. @returns null when they are not here */
export function readBytes(db: WriteDb, id: string, nowMs: number): StoredBytes | null {
  const found = db.get<{ mime: string; bytes: Uint8Array }>('SELECT mime, bytes FROM attachment_bytes WHERE id = ?', id)
  if (!found) return null
  db.run('UPDATE attachment_bytes SET used_at_ms = ? WHERE id = ?', nowMs, id)
  return found
}

/** @returns pictures still to go up, oldest first */
export function waitingUploads(db: ReadDb): string[] {
  return db.all<{ id: string }>("SELECT id FROM attachment_bytes WHERE upload = 'waiting' ORDER BY used_at_ms").map(({ id }) => id)
}

/** @returns state of those that are or were on their way up from here */
export function readUploads(db: ReadDb): Map<string, Upload> {
  return new Map(db.all<Upload>("SELECT id, upload AS state, progress FROM attachment_bytes WHERE upload IN ('waiting', 'failed')")
    .map(upload => [upload.id, upload]))
}

/** @returns whether the picture is here */
export function setUpload(db: WriteDb, id: string, state: UploadState, progress: number | null): boolean {
  db.touch('attachment_bytes')
  return db.run('UPDATE attachment_bytes SET upload = ?, progress = ? WHERE id = ?', state, progress, id) === 1
}

/** The picture was taken out before it was sent: nothing of it goes up any more. */
export function forgetBytes(db: WriteDb, id: string): void {
  if (db.run('DELETE FROM attachment_bytes WHERE id = ?', id) > 0) db.touch('attachment_bytes')
}

function evict(db: WriteDb): void {
  let total = db.get<{ n: number | null }>('SELECT sum(size) AS n FROM attachment_bytes')?.n ?? 0
  while (total > CACHE_BYTES) {
    const oldest = db.get<{ id: string; size: number }>(
      "SELECT id, size FROM attachment_bytes WHERE upload IN ('none', 'done') ORDER BY used_at_ms LIMIT 1")
    if (!oldest) return
    db.run('DELETE FROM attachment_bytes WHERE id = ?', oldest.id)
    total -= oldest.size
  }
}
