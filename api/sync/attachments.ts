import type { Attachment } from '../../domain/entities/conversation.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { postgresBlobs } from './blob-store.ts'

/** Whether these first bytes are of a picture of the announced kind. */
function looksLike(mime: Attachment['mime'], head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 12)).toString('latin1')
  switch (mime) {
    case 'image/png': return text.startsWith('\x89PNG\r\n\x1a\n')
    case 'image/jpeg': return text.startsWith('\xff\xd8\xff')
    case 'image/gif': return text.startsWith('GIF87a') || text.startsWith('GIF89a')
    case 'image/webp': return text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'
  }
}

/** Number of chunks of an attachment of this size. */
export function chunkCount(size: number): number {
  return Math.ceil(size / CHUNK_BYTES)
}

/** An attachment the caller may see. `mayRead` decides by its conversation. Throws ProblemError 404. */
export async function attachmentFor(
  context: ApiContext, tenant: string, id: string, mayRead: (conversationId: string) => Promise<boolean>,
): Promise<Attachment> {
  const keys = await context.keys.of(context.sql, tenant)
  const attachment = await readEntity({ tx: context.sql, tenant, keys }, 'attachment', id)
  if (!attachment || !await mayRead(attachment.conversationId)) throw new ProblemError(404, 'not_found')
  return attachment
}

/**
 * Takes one chunk. With the last one missing chunk the whole is checked against its SHA-256 and becomes `ready`; a wrong sum
 * drops the chunks, and the desk sends them anew. Throws ProblemError 422 `invalid_chunk`, 422 `checksum`.
 */
export async function takeChunk(context: ApiContext, tenant: string, attachment: Attachment, n: number, bytes: Uint8Array): Promise<void> {
  if (attachment.state === 'ready') return
  const count = chunkCount(attachment.size)
  const expected = n === count - 1 ? attachment.size - n * CHUNK_BYTES : CHUNK_BYTES
  if (n < 0 || n >= count || bytes.length !== expected) throw new ProblemError(422, 'invalid_chunk')
  if (n === 0 && !looksLike(attachment.mime, bytes)) throw new ProblemError(422, 'invalid_chunk', { detail: 'not a picture of this kind' })
  const blobs = postgresBlobs(context.sql, () => context.clock.now())
  await blobs.putChunk(tenant, attachment.id, n, bytes)
  if ((await blobs.have(tenant, attachment.id)).length < count) return
  if (await blobs.sha256(tenant, attachment.id) !== attachment.sha256) {
    await blobs.remove(tenant, attachment.id)
    throw new ProblemError(422, 'checksum')
  }
  await inTransaction(context, tenant, async (changes) => {
    const row = await readEntity(changes, 'attachment', attachment.id, { lock: true })
    if (row?.state === 'uploading') await changes.put('attachment', { ...row, state: 'ready' })
  })
}
