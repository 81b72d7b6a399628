import { useEffect } from 'react'
import { askPalette } from './composer/palette-at.ts'
import { compose, composing } from '../state/composer-store.ts'
import { useDesk } from '../state/desk-context.ts'
import type { Desk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { nextDue, nthConversation } from '../state/next-due.ts'
import { acceleratorOf, acceleratorsOf, EVERYWHERE, shortcutOf } from '../state/shortcuts.ts'
import type { ShortcutName } from '../state/shortcuts.ts'
import { mayUseStudio } from '../state/roles.ts'
import { askFocus, leaveStudio, openDialog, openStudio, select, undoLast, useWindow } from '../state/window-store.ts'

/** The keys of the desk. While a dialog is open only its own keys work. */
export function useShortcuts(): void {
  const desk = useDesk()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const open = useWindow.getState().dialog
      const name = shortcutOf(event, acceleratorsOf(useLive.getState().settings?.shortcuts ?? {}), desk.mac)
      const nth = /^Mod\+([1-9])$/.exec(acceleratorOf(event, desk.mac) ?? '')
      if (open) {
        if (name === 'search' && open.kind === 'search') event.preventDefault()
        return
      }
      const talking = useWindow.getState().place === 'talks'
      if (!talking && document.querySelector('[role=dialog], [role=alertdialog]')) return
      if (event.key === '?' && !isTyped(event.target)) openDialog({ kind: 'shortcuts' })
      else if (nth) {
        if (!talking) return
        const id = nthConversation(useWindow.getState().shownIds, Number(nth[1]))
        if (id) select(id)
      } else if (name && (talking || EVERYWHERE.has(name))) run(name, desk)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [desk])

  useEffect(() => { desk.shell.onOpenConversation(id => { select(id) }) }, [desk])
}

function run(name: ShortcutName, { actions, client, shell }: Desk): void {
  const { selectedId } = useWindow.getState()
  const { lists, settings, threads } = useLive.getState()
  const companion = selectedId !== null && ['companion', 'phone', 'mail', 'social'].includes(threads[selectedId]?.conversation.channelKind ?? '')
  switch (name) {
    case 'next': {
      const id = lists ? nextDue(lists, selectedId) : null
      if (id) select(id)
      return
    }
    case 'search': case 'settings': case 'companion':
      openDialog({ kind: name })
      return
    case 'help':
      openDialog({ kind: 'shortcuts' })
      return
    case 'palette':
      if (selectedId) askPalette(selectedId)
      return
    case 'mend':
      document.querySelector<HTMLButtonElement>('button[data-mend]')?.click()
      return
    case 'notices':
      openDialog({ kind: 'notices' })
      return
    case 'promise':
      if (selectedId) openDialog({ kind: 'promise' })
      return
    case 'close':
      if (selectedId) void actions.close(selectedId)
      return
    case 'note':
      if (selectedId) {
        compose(selectedId, { note: !composing(selectedId).note })
        askFocus()
      }
      return
    case 'picture':
      document.querySelector<HTMLInputElement>('input[type=file][data-pictures]')?.click()
      return
    case 'takeBack': {
      const held = useWindow.getState().place === 'talks' && selectedId !== null && threads[selectedId]?.items.some(item => item.status === 'held')
      if (held) void actions.takeBackLast(selectedId)
      else if (!undoLast()) document.querySelector<HTMLButtonElement>('button[data-bulk-undo]')?.click()
      return
    }
    case 'profile':
      void client.call('settings.save', { sidebarOpen: !(settings?.sidebarOpen ?? true) })
      return
    case 'customerWrote': case 'iAnswered':
      if (companion) void actions.tick(selectedId, name === 'customerWrote' ? 'customer' : 'agent')
      return
    case 'studio':
      if (!mayUseStudio(useLive.getState())) return
      if (useWindow.getState().place === 'studio') leaveStudio()
      else openStudio()
      return
    case 'newWindow':
      void shell.window('new')
      return
    case 'lock':
      void actions.lock()
      return
  }
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=true]')
}
