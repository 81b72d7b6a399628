import type { TFunction } from 'i18next'
import type { TagTone } from '../../ui/tag.tsx'
import type { StudioView } from '../../../protocol/script-views.ts'

/** A release as the studio lists it. */
export type ReleaseRow = StudioView['releases'][number]

export const RELEASE_TONE: Record<ReleaseRow['state'], TagTone> = { scheduled: 'info', publishing: 'info', live: 'brand', undone: 'warn', cancelled: 'plain', stopped: 'late' }

/** What a release is called: one that takes another back says so, and one that takes that back, too. */
export function releaseName(t: TFunction, release: ReleaseRow, all: readonly ReleaseRow[]): string {
  let back = false
  for (let at: ReleaseRow | undefined = release; at !== undefined && at.undoes !== null; at = all.find(({ id }) => id === at?.undoes)) back = !back
  if (release.undoes === null) return release.title
  return t(back ? 'studio.release.undoOf' : 'studio.release.redoOf', { title: release.title })
}
