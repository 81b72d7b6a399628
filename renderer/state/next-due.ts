import type { ConversationLists } from '../../protocol/views.ts'

type Ids = Pick<ConversationLists, 'waiting' | 'running'>

/**
 * Whom to answer next: the waiting customer with the nearest due; pressed again, the one after the open conversation, and
 * from the last one back to the first. Without anybody waiting, the running ones in turn.
 * @returns null when there is nobody
 */
export function nextDue(lists: Ids, selectedId: string | null): string | null {
  const turn = lists.waiting.length > 0 ? lists.waiting : lists.running
  if (turn.length === 0) return null
  const at = turn.findIndex(row => row.id === selectedId)
  return turn[(at + 1) % turn.length]?.id ?? null
}

/** The n-th conversation as the list shows it, from 1. */
export function nthConversation(shownIds: string[], n: number): string | null {
  return shownIds[n - 1] ?? null
}
