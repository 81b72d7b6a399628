import { createHash } from 'node:crypto'
import { Attachment } from '../../domain/entities/conversation.ts'
import { forgetBytes, readBytes, setUpload, storeBytes } from '../../db/local/attachment-bytes.ts'
import { _append } from '../../db/local/outbox.ts'
import { holdsAttachment } from '../../db/messages.ts'
import { readRow } from '../../db/synced/rows.ts'
import { DeskFailure } from '../failure.ts'
import { replayOne } from '../replay/replay.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

const LIMIT_BYTES = 10 * 1024 * 1024

/** Pictures: stored encrypted at once, up when the network is there; down when first looked at. */
export function attachmentCalls(parts: CallParts): Calls<`attachment.${string}`> {
  const { core: { ids } } = parts
  return {
    'attachment.add': ({ conversationId, name, mime, bytes, width, height }) => {
      const desk = openDesk(parts)
      const kind = Attachment.shape.mime.safeParse(mime)
      if (!kind.success) throw new DeskFailure('wrong_type')
      if (bytes.length > LIMIT_BYTES) throw new DeskFailure('too_large', { limit: LIMIT_BYTES })
      if (bytes.length === 0) throw new DeskFailure('invalid')
      if (!readRow(desk.file.read, 'conversation', conversationId)) throw new DeskFailure('not_found')
      const id = ids.next()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const args = { id, conversationId, name, mime: kind.data, size: bytes.length, sha256, width, height }
      const atMs = desk.serverClock.now()
      desk.file.write(db => {
        storeBytes(db, { id, mime: kind.data, bytes, upload: 'waiting', atMs })
        _append(db, { key: ids.next(), name: 'attachment.add', args, atMs })
        replayOne(db, desk.me, 'attachment.add', args, atMs)
      })
      desk.engine.written()
      return { attachmentId: id }
    },
    'attachment.remove': ({ attachmentId }) => {
      const { file } = openDesk(parts)
      // Announced it stays, without its bytes: no line holds it, so nobody ever sees it.
      file.write(db => {
        const row = readRow(db, 'attachment', attachmentId)
        if (row && holdsAttachment(db, row.conversationId, attachmentId)) throw new DeskFailure('too_late')
        forgetBytes(db, attachmentId)
      })
      return {}
    },
    'attachment.retry': ({ attachmentId }) => {
      const desk = openDesk(parts)
      if (!desk.file.write(db => setUpload(db, attachmentId, 'waiting', null))) throw new DeskFailure('not_found')
      desk.engine.written()
      return {}
    },
    'attachment.bytes': async ({ attachmentId }) => {
      const desk = openDesk(parts)
      const nowMs = desk.serverClock.now()
      const kept = desk.file.write(db => readBytes(db, attachmentId, nowMs))
      if (kept) return { mime: kept.mime, bytes: new Uint8Array(kept.bytes) }
      const here = readRow(desk.file.read, 'attachment', attachmentId)
      const attachment = here ?? parts.looked.get(attachmentId)
      if (!attachment) throw new DeskFailure('not_found')
      const bytes = await desk.client.attachmentBytes(attachmentId)
      if (createHash('sha256').update(bytes).digest('hex') !== attachment.sha256) throw new DeskFailure('server_error')
      // Of a conversation that is not on this desk nothing is stored.
      if (here && desk.file.open) {
        desk.file.write(db => storeBytes(db, { id: attachmentId, mime: attachment.mime, bytes, upload: 'none', atMs: nowMs }))
      }
      return { mime: attachment.mime, bytes: new Uint8Array(bytes) }
    },
  }
}
