import { readPicture } from '../../db/local/picture-bytes.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { ShopPicture } from '../../domain/entities/script.ts'
import { DeskFailure } from '../failure.ts'
import { fetchPicture } from '../sync/picture-step.ts'
import { attachmentCalls } from './attachment-calls.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** Pictures of the shop: from the cache, else fetched; attached, a copy belongs to the conversation like one the agent chose. */
export function pictureCalls(parts: CallParts): Calls<`picture.${string}`> {
  const { 'attachment.add': add } = attachmentCalls(parts)

  async function bytesOf(pictureId: string): Promise<{ picture: ShopPicture; bytes: Uint8Array<ArrayBuffer> }> {
    const desk = openDesk(parts)
    const picture = readRow(desk.file.read, 'shop_picture', pictureId)
    if (!picture) throw new DeskFailure('not_found')
    const kept = desk.file.write(db => readPicture(db, pictureId, desk.serverClock.now()))
    const bytes = kept?.bytes ?? await fetchPicture({ file: desk.file, api: desk.client, serverClock: desk.serverClock }, pictureId)
    if (!bytes) throw new DeskFailure('not_found')
    return { picture, bytes: new Uint8Array(bytes) }
  }

  return {
    'picture.bytes': async ({ pictureId }) => {
      const { picture, bytes } = await bytesOf(pictureId)
      return { mime: picture.mime, bytes }
    },
    'picture.attach': async ({ pictureId, conversationId }) => {
      if (!readRow(openDesk(parts).file.read, 'conversation', conversationId)) throw new DeskFailure('not_found')
      const { picture: { name, mime, width, height }, bytes } = await bytesOf(pictureId)
      const { attachmentId } = await add({ conversationId, name, mime, bytes, width, height })
      return { id: attachmentId, name, mime, width, height }
    },
  }
}
