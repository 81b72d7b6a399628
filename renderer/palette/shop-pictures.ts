import type { DeskClient } from '../bridge/client.ts'

const KEPT = 40
const kept = new Map<string, string>()

/** A `blob:` address of a picture of the shop, kept for the last few. @returns null when it cannot be had now */
export async function shopPictureUrl(client: Pick<DeskClient, 'call'>, pictureId: string): Promise<string | null> {
  const known = kept.get(pictureId)
  if (known) return known
  const answer = await client.call('picture.bytes', { pictureId })
  if (!answer.ok) return null
  const url = kept.get(pictureId) ?? URL.createObjectURL(new Blob([new Uint8Array(answer.value.bytes)], { type: answer.value.mime }))
  kept.set(pictureId, url)
  for (const [oldest, address] of kept) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
    URL.revokeObjectURL(address)
  }
  return url
}
