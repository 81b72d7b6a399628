import { contentVersions } from './content-versions.ts'
import { judgeDraft, submitDraft } from './drafts.ts'
import type { StudioHandlers } from './handler.ts'
import { cancelRelease, publishRelease } from './publish.ts'
import { readSettings, writeSettings } from './settings.ts'
import { undoRelease } from './undo.ts'

/** Every question has its answer here. */
export const HANDLERS: Partial<StudioHandlers> = {
  'draft.submit': submitDraft,
  'draft.judge': judgeDraft,
  'release.publish': publishRelease,
  'release.cancel': cancelRelease,
  'release.undo': undoRelease,
  'content.versions': contentVersions,
  'settings.read': readSettings,
  'settings.write': writeSettings,
}
