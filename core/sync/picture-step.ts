import { createHash } from 'node:crypto'
import { picturesToFetch, storePicture } from '../../db/local/picture-bytes.ts'
import { readRow } from '../../db/synced/rows.ts'
import { BadAnswerError, ProblemError } from './errors.ts'
import type { SyncParts } from './parts.ts'

/** Fetches a picture of the shop and keeps it. @returns its bytes, null when no such picture is known here @throws BadAnswerError for other bytes than announced */
export async function fetchPicture({ file, api, serverClock }: Pick<SyncParts, 'file' | 'api' | 'serverClock'>, id: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const picture = readRow(file.read, 'shop_picture', id)
  if (!picture) return null
  const bytes = await api.pictureBytes(id, signal)
  if (createHash('sha256').update(bytes).digest('hex') !== picture.sha256) throw new BadAnswerError('a picture differs from its sum')
  if (file.open) file.write(db => storePicture(db, { id, mime: picture.mime, bytes, atMs: serverClock.now() }))
  return bytes
}

/**
 * One picture of a script in force, so that it is here without a network.
 * @param given those that the server or the disk would not give: not asked for again while the desk runs
 * @returns whether there may be more
 */
export async function pictureStep(parts: SyncParts, given: Set<string>, signal: AbortSignal): Promise<boolean> {
  const missing = picturesToFetch(parts.file.read, parts.serverClock.now()).filter(id => !given.has(id))
  const [next] = missing
  if (next === undefined) return false
  try {
    await fetchPicture(parts, next, signal)
  } catch (error) {
    const refused = error instanceof BadAnswerError || (error instanceof ProblemError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status))
    if (!refused) throw error
    given.add(next)
    parts.log('picture_refused', { error: error.message.slice(0, 200) })
  }
  return missing.length > 1
}
