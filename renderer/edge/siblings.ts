import type { StoredDraft } from '../state/draft-saver.ts'

/** What the windows of one desk tell one another. Same machine, same agent; nothing of it leaves the desk. */
export type SiblingNews =
  /** A hand is on that window. */
  | { kind: 'hand' }
  /** A draft was stored there. */
  | { kind: 'draft' } & StoredDraft

const wire = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('shiftdesk')

/** Tells all other windows of this desk; never this one. */
export function tellSiblings(news: SiblingNews): void {
  wire?.postMessage(news)
}

/** @returns ends it */
export function hearSiblings(listener: (news: SiblingNews) => void): () => void {
  const hear = (event: MessageEvent<SiblingNews>) => { listener(event.data) }
  wire?.addEventListener('message', hear)
  return () => { wire?.removeEventListener('message', hear) }
}

let first = false
if (typeof navigator === 'undefined' || !('locks' in navigator)) first = true
else {
  void navigator.locks.request('shiftdesk.first-window', () => {
    first = true
    return new Promise(() => undefined)
  })
}

/** One window of the desk, and when it is closed another: what must happen once happens there. */
export function isFirstWindow(): boolean {
  return first
}
