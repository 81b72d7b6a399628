import type { Attachment } from '../../domain/entities/conversation.ts'
import type { ShopPicture } from '../../domain/entities/script.ts'
import type { Ids } from '../../domain/ports.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readStored } from '../store/entities.ts'
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

/**
 * Pictures of the shop become some of this conversation, in their order; their bytes are not copied. One that is not there (any more)
 * is left out. @returns the attachments' ids
 */
export async function attachShopPictures(
  changes: ChangeSet, ids: Ids, conversationId: string, pictureIds: readonly string[], nowMs: number,
): Promise<string[]> {
  const found = new Map<string, ShopPicture>((await readStored(changes, 'shop_picture', pictureIds)).map(({ row }) => [row.id, row]))
  const pairs = pictureIds.flatMap((pictureId) => {
    const picture = found.get(pictureId)
    return picture ? [{ picture, attachmentId: ids.next() }] : []
  })
  if (pairs.length === 0) return []
  const { tx, tenant } = changes
  await changes.putMany('attachment', pairs.map(({ picture: { name, mime, size, sha256, width, height }, attachmentId }) => (
    { id: attachmentId, conversationId, name, mime, size, sha256, width, height, state: 'ready' as const, createdAtMs: nowMs })))
  await tx`insert into attachment_picture ${tx(pairs.map(({ picture, attachmentId }) => ({ tenant, attachment_id: attachmentId, picture_id: picture.id })))}`
  return pairs.map(({ attachmentId }) => attachmentId)
}

/** The bytes of a picture, whole. */
export async function readAttachmentBytes({ tx, tenant }: TenantDb, attachmentId: string): Promise<Buffer> {
  const rows = await tx<{ bytes: Buffer }[]>`
    select n, bytes from attachment_chunk where tenant = ${tenant} and attachment_id = ${attachmentId} union all
    select c.n, c.bytes from attachment_picture a join picture_chunk c on c.tenant = a.tenant and c.picture_id = a.picture_id
    where a.tenant = ${tenant} and a.attachment_id = ${attachmentId} order by n`
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}
