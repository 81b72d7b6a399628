import { CalendarDays, CalendarRange, History, LayoutDashboard, Utensils } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy } from 'react'
import type { ComponentType, LazyExoticComponent } from 'react'
import type { duty } from '../i18n/zh/duty.ts'

export type DutyPage = {
  id: keyof typeof duty.crew.page
  icon: LucideIcon
  /** Supervisors alone. */
  leads: boolean
  Page: LazyExoticComponent<ComponentType>
}

/** The pages of the shift in the order of its rail, each read when it is opened. Its name: i18n `crew.page.<id>`. */
export const DUTY_PAGES: readonly DutyPage[] = [
  { id: 'day', icon: CalendarDays, leads: false, Page: lazy(() => import('./day/day-page.tsx').then(({ DayPage }) => ({ default: DayPage }))) },
  { id: 'wall', icon: LayoutDashboard, leads: true, Page: lazy(() => import('./wall/wall-page.tsx').then(({ WallPage }) => ({ default: WallPage }))) },
  { id: 'roster', icon: CalendarRange, leads: true, Page: lazy(() => import('./roster/roster-page.tsx').then(({ RosterPage }) => ({ default: RosterPage }))) },
  { id: 'meal', icon: Utensils, leads: false, Page: lazy(() => import('./meal/meal-page.tsx').then(({ MealPage }) => ({ default: MealPage }))) },
  { id: 'log', icon: History, leads: true, Page: lazy(() => import('./log/log-page.tsx').then(({ LogPage }) => ({ default: LogPage }))) },
]
