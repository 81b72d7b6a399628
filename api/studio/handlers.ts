import { releaseBoard } from './board.ts'
import { contentVersions } from './content-versions.ts'
import { judgeDraft, submitDraft } from './drafts.ts'
import { exportScripts } from './files/export-handler.ts'
import { applyImport, cancelImport, importStatus } from './files/import-apply.ts'
import { readImport } from './files/import-read.ts'
import type { StudioHandlers } from './handler.ts'
import { switchIncident } from './incident.ts'
import { hygiene, usage } from './hygiene/usage.ts'
import { faqRates } from './faq-rates.ts'
import { PICTURE_HANDLERS } from './pictures.ts'
import { cancelRelease, publishRelease } from './publish.ts'
import { ruleHits } from './rules/hits.ts'
import { exportRules, importRules, tryRules } from './rules/rules.ts'
import { readSettings, writeSettings } from './settings.ts'
import { undoRelease } from './undo.ts'

/** Every question has its answer here. */
export const HANDLERS: Partial<StudioHandlers> = {
  'draft.submit': submitDraft,
  'draft.judge': judgeDraft,
  'release.publish': publishRelease,
  'release.cancel': cancelRelease,
  'release.undo': undoRelease,
  'release.board': releaseBoard,
  'incident.switch': switchIncident,
  'content.versions': contentVersions,
  'import.read': readImport,
  'import.apply': applyImport,
  'import.status': importStatus,
  'import.cancel': cancelImport,
  'export.scripts': exportScripts,
  'rules.try': tryRules,
  'rules.hits': ruleHits,
  'rules.export': exportRules,
  'rules.import': importRules,
  usage,
  hygiene,
  'settings.read': readSettings,
  'settings.write': writeSettings,
  ...PICTURE_HANDLERS,
  'faq.rates': faqRates,
}
