import { openStudio } from '../state/window-store.ts'
import { openItem } from './studio-store.ts'

/** Opens one thing on its page of the studio. */
export function openEntry(page: 'scripts' | 'knowledge' | 'releases', id: string): void {
  openItem(page, id)
  openStudio(page)
}
