import type { Attachment } from '../../domain/entities/conversation.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import type { ChangeSet } from '../store/change-set.ts'
import type { TenantDb } from '../store/entities.ts'

/** A picture that arrived whole. */
export interface NewAttachment extends Pick<Attachment, 'id' | 'name' | 'mime' | 'size' | 'sha256' | 'width' | 'height'> {
  bytes: Uint8Array
}

/** Stores a whole picture in chunks, ready to be shown. The conversation exists. */
export async function storeAttachment(changes: ChangeSet, conversationId: string, picture: NewAttachment, nowMs: number): Promise<void> {
  const { bytes, ...about } = picture
  const { tx, tenant } = changes
  await changes.put('attachment', { ...about, conversationId, state: 'ready', createdAtMs: nowMs })
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n++) {
    const chunk = Buffer.from(bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES))
    await tx`insert into attachment_chunk (tenant, attachment_id, n, bytes, stored_at_ms)
      values (${tenant}, ${about.id}, ${n}, ${chunk}, ${nowMs})`
  }
}

/** The bytes of a picture, whole. */
export async function readAttachmentBytes({ tx, tenant }: TenantDb, attachmentId: string): Promise<Buffer> {
  const rows = await tx<{ bytes: Buffer }[]>`
    select bytes from attachment_chunk where tenant = ${tenant} and attachment_id = ${attachmentId} order by n`
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}
