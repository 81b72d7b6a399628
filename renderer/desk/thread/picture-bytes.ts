import type { DeskClient } from '../../bridge/client.ts'

const KEPT = 60
const kept = new Map<string, string>()

/** A `blob:` address of a picture's bytes, kept for the last few. @returns null when it cannot be had now */
export async function pictureUrl(client: DeskClient, attachmentId: string): Promise<string | null> {
  const known = kept.get(attachmentId)
  if (known) return known
  const answer = await client.call('attachment.bytes', { attachmentId })
  if (!answer.ok) return null
  const again = kept.get(attachmentId)
  if (again) return again
  const url = URL.createObjectURL(new Blob([new Uint8Array(answer.value.bytes)], { type: answer.value.mime }))
  kept.set(attachmentId, url)
  for (const [oldest, address] of kept) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
    URL.revokeObjectURL(address)
  }
  return url
}

/** The pictures of one agent are not shown to the next. */
export function forgetPictures(): void {
  for (const address of kept.values()) URL.revokeObjectURL(address)
  kept.clear()
}
