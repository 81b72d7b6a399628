import type { StudioView } from '../../../protocol/script-views.ts'

/** A release as the studio lists it. */
export type ReleaseRow = StudioView['releases'][number]
