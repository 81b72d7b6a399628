import { BookOpen, CalendarCheck, FileSpreadsheet, Library, Megaphone, Send, ShieldCheck, SlidersHorizontal, Stethoscope } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy } from 'react'
import type { LazyExoticComponent, ComponentType } from 'react'
import type { studio } from '../i18n/zh/studio.ts'

export type StudioPage = {
  id: keyof typeof studio.studio.page
  icon: LucideIcon
  Page: LazyExoticComponent<ComponentType>
}

/** The pages of the studio in the order of its rail, each read when it is opened. Its name: i18n `studio.page.<id>`. */
export const STUDIO_PAGES: readonly StudioPage[] = [
  { id: 'scripts', icon: Library, Page: lazy(() => import('./scripts/scripts-page.tsx').then(({ ScriptsPage }) => ({ default: ScriptsPage }))) },
  { id: 'knowledge', icon: BookOpen, Page: lazy(() => import('./knowledge/knowledge-page.tsx').then(({ KnowledgePage }) => ({ default: KnowledgePage }))) },
  { id: 'releases', icon: Send, Page: lazy(() => import('./releases/releases-page.tsx').then(({ ReleasesPage }) => ({ default: ReleasesPage }))) },
  { id: 'import', icon: FileSpreadsheet, Page: lazy(() => import('./files/import-page.tsx').then(({ ImportPage }) => ({ default: ImportPage }))) },
  { id: 'hygiene', icon: Stethoscope, Page: lazy(() => import('./hygiene/hygiene-page.tsx').then(({ HygienePage }) => ({ default: HygienePage }))) },
  { id: 'reviews', icon: CalendarCheck, Page: lazy(() => import('./reviews/reviews-page.tsx').then(({ ReviewsPage }) => ({ default: ReviewsPage }))) },
  { id: 'language', icon: ShieldCheck, Page: lazy(() => import('./language/language-page.tsx').then(({ LanguagePage }) => ({ default: LanguagePage }))) },
  { id: 'figures', icon: SlidersHorizontal, Page: lazy(() => import('./figures/figures-page.tsx').then(({ FiguresPage }) => ({ default: FiguresPage }))) },
  { id: 'notices', icon: Megaphone, Page: lazy(() => import('./notices/notices-page.tsx').then(({ NoticesPage }) => ({ default: NoticesPage }))) },
]
