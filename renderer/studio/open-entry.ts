import type { ContentKind } from '../../domain/entities/release.ts'
import { openStudio } from '../state/window-store.ts'
import { openItem } from './studio-store.ts'

/** Where each kind of content is written. Figures open by their team, hours by their channel. */
const PAGE_OF = { script: 'scripts', knowledge: 'knowledge', language_rule: 'language', incident_plan: 'notices', figures: 'figures', hours: 'figures' } as const satisfies Record<ContentKind, string>

/** Opens one thing where it is written. */
export function openContent(kind: ContentKind, id: string): void {
  openItem(PAGE_OF[kind], id)
  openStudio(PAGE_OF[kind])
}

/** Opens a release with its board. */
export function openReleaseOf(id: string): void {
  openItem('releases', id)
  openStudio('releases')
}
