import { mustChange, type ReadDb, type WriteDb } from '../handle.ts'

/** Least recently used pictures of the shop beyond this go. Fetched ahead is only what still fits. */
export const PICTURE_CACHE_BYTES = 200 * 1024 * 1024

/** Keeps a picture's bytes; the same again only counts as used. @param limit bytes of all pictures together */
export function storePicture(
  db: WriteDb, picture: { id: string; mime: string; bytes: Uint8Array; atMs: number }, limit = PICTURE_CACHE_BYTES,
): void {
  mustChange(db.run(`INSERT INTO picture_bytes (id, mime, size, bytes, used_at_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET used_at_ms = excluded.used_at_ms`,
    picture.id, picture.mime, picture.bytes.length, picture.bytes, picture.atMs), 1, 'picture_bytes')
  let total = cachedBytes(db)
  while (total > limit) {
    const oldest = db.get<{ id: string; size: number }>('SELECT id, size FROM picture_bytes WHERE id <> ? ORDER BY used_at_ms, id LIMIT 1', picture.id)
    if (!oldest) return
    db.run('DELETE FROM picture_bytes WHERE id = ?', oldest.id)
    total -= oldest.size
  }
}

/** Marks it used. @returns null when it is not here */
export function readPicture(db: WriteDb, id: string, nowMs: number): { mime: string; bytes: Uint8Array } | null {
  const found = db.get<{ mime: string; bytes: Uint8Array }>('SELECT mime, bytes FROM picture_bytes WHERE id = ?', id)
  if (!found) return null
  db.run('UPDATE picture_bytes SET used_at_ms = ? WHERE id = ?', nowMs, id)
  return found
}

const MISSING = `FROM shop_picture p WHERE NOT EXISTS (SELECT 1 FROM picture_bytes b WHERE b.id = p.id)`

/**
 * @returns pictures that scripts and knowledge in force name and that are not here, smallest first, as far as they fit
 * @param nowMs what ended before it is not in force
 */
export function picturesToFetch(db: ReadDb, nowMs: number, limit = PICTURE_CACHE_BYTES): string[] {
  // Almost always nothing is missing, and the rows of scripts need not be looked at.
  if (!db.get(`SELECT 1 ${MISSING} LIMIT 1`)) return []
  const inForce = '(valid_to_ms IS NULL OR valid_to_ms > ?)'
  const found = db.all<{ id: string; size: number }>(`WITH named (id) AS (
      SELECT value FROM script, json_each(script.picture_ids) WHERE picture_ids <> '[]' AND ${inForce}
      UNION SELECT value FROM knowledge, json_each(knowledge.picture_ids) WHERE picture_ids <> '[]' AND ${inForce}
      UNION SELECT p.value FROM knowledge, json_each(knowledge.cases) c, json_each(c.value, '$.pictureIds') p WHERE cases <> '[]' AND ${inForce}
    ) SELECT p.id, p.size ${MISSING} AND p.id IN (SELECT id FROM named) ORDER BY p.size, p.id`, nowMs, nowMs, nowMs)
  let free = limit - cachedBytes(db)
  return found.flatMap(({ id, size }) => {
    free -= size
    return free >= 0 ? [id] : []
  })
}

function cachedBytes(db: ReadDb): number {
  return db.get<{ n: number | null }>('SELECT sum(size) AS n FROM picture_bytes')?.n ?? 0
}
