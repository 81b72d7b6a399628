import { create } from 'zustand'
import type { DeskClient } from '../bridge/client.ts'
import { askStudio } from './ask.ts'

/** What the studio of this window knows beside the live query. */
export type StudioState = {
  /** The release dialog is open, with these drafts chosen at first; null = closed. */
  releasing: { draftIds: string[] } | null
  /** Whether a second person has to look before something goes out; null = not known (offline). */
  reviewRequired: boolean | null
  /** What is open on each page, so that one comes back to it. */
  open: Partial<Record<string, string>>
}
export const useStudioState = create<StudioState>()(() => ({ releasing: null, reviewRequired: null, open: {} }))

/** Opens the release dialog. @param draftIds chosen at first */
export function openRelease(draftIds: string[]): void {
  useStudioState.setState({ releasing: { draftIds } })
}

export function closeRelease(): void {
  useStudioState.setState({ releasing: null })
}

/** Opens one thing on a page of the studio; null = none. */
export function openItem(page: string, id: string | null): void {
  useStudioState.setState(({ open }) => ({ open: { ...open, [page]: id ?? undefined } }))
}

/** Asks whether drafts have to be reviewed. Without an answer the last one stands. */
export async function readReviewRule(client: Pick<DeskClient, 'call'>): Promise<void> {
  const answer = await askStudio(client, 'settings.read', {})
  if (answer.ok) useStudioState.setState({ reviewRequired: answer.value.reviewRequired })
}
