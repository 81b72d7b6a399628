import { readBytes, setUpload, waitingUploads } from '../../db/local/attachment-bytes.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import { ProblemError } from './errors.ts'
import type { SyncParts } from './parts.ts'

/** Sends the chunks the server does not have yet, picture by picture. @returns how many are still waiting */
export async function uploadStep({ file, api, serverClock, changed }: SyncParts, signal: AbortSignal): Promise<number> {
  for (const id of waitingUploads(file.read)) {
    const announced = file.read.get("SELECT 1 FROM outbox WHERE name = 'attachment.add' AND args LIKE ? AND stage <> 'acknowledged'",
      `%"${id}"%`) === undefined
    if (!announced) continue
    const stored = file.write(db => readBytes(db, id, serverClock.now()))
    if (!stored) continue
    const count = Math.ceil(stored.bytes.length / CHUNK_BYTES)
    try {
      const have = new Set(await api.chunksHave(id, signal))
      for (let n = 0; n < count; n++) {
        if (have.has(n)) continue
        await api.chunkPut(id, n, stored.bytes, signal)
        // Taken out of its draft meanwhile: nothing more of it goes up.
        if (!file.write(db => setUpload(db, id, 'waiting', (n + 1) / count))) break
        changed()
      }
      file.write(db => setUpload(db, id, 'done', null))
    } catch (error) {
      // The picture itself was refused: the agent may try again. Everything else is the network's or the server's trouble.
      if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 429 || error.status === 401) throw error
      file.write(db => setUpload(db, id, 'failed', null))
    }
    changed()
  }
  return waitingUploads(file.read).length
}
