import { createHash } from 'node:crypto'
import type { ShopPicture } from '../../domain/entities/script.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import { audit } from '../auth/audit.ts'
import { pictureType } from '../channels/picture-type.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { postgresBlobs } from '../sync/blob-store.ts'
import type { StudioHandler, StudioHandlers } from './handler.ts'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 40_000_000

/**
 * A picture of the shop, known by its own bytes: the sender's word for type and size counts for nothing. The same again changes nothing.
 * Throws ProblemError: 422 `wrong_type`, `too_large`; 409 `id_taken`.
 */
const addPicture: StudioHandler<'picture.add'> = async (context, actor, { id, name, bytes: text }) => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length > MAX_BYTES) throw new ProblemError(422, 'too_large', { detail: 'at most 10 MB' })
  const type = pictureType(bytes)
  if (!type) throw new ProblemError(422, 'wrong_type', { detail: 'PNG, JPEG, WebP or GIF' })
  if (type.width * type.height > MAX_PIXELS) throw new ProblemError(422, 'too_large', { detail: 'at most 40 megapixels' })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return inTransaction(context, actor.tenant, async (changes) => {
    const before = await readEntity(changes, 'shop_picture', id, { lock: true })
    if (before) {
      if (before.sha256 !== sha256) throw new ProblemError(409, 'id_taken')
      return before
    }
    const nowMs = context.clock.now()
    const picture: ShopPicture = {
      id, name: name.replace(/[\p{C}/\\]/gu, '') || 'picture', ...type, size: bytes.length, sha256, createdAtMs: nowMs,
    }
    await changes.put('shop_picture', picture)
    const blobs = postgresBlobs(changes.tx, () => nowMs, 'picture')
    for (let n = 0; n * CHUNK_BYTES < bytes.length; n++) {
      await blobs.putChunk(actor.tenant, id, n, bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES))
    }
    await audit(changes, context.ids.next(), nowMs, { action: 'picture.add', personId: actor.personId, deviceId: actor.deviceId, subject: id })
    return picture
  })
}

export const PICTURE_HANDLERS: Pick<StudioHandlers, 'picture.add'> = { 'picture.add': addPicture }
