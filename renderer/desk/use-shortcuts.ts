import { useEffect } from 'react'
import { askPalette } from './composer/palette-at.ts'
import { compose, composing } from '../state/composer-store.ts'
import { useDesk } from '../state/desk-context.ts'
import type { Desk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { nextDue, nthConversation } from '../state/next-due.ts'
import { acceleratorOf, acceleratorsOf, EVERYWHERE, shortcutOf } from '../state/shortcuts.ts'
import type { ShortcutName } from '../state/shortcuts.ts'
import { comeBack, mealUntil, startLeaving } from '../state/leaving.ts'
import { isSupervisor } from '../state/roles.ts'
import { answerOffer } from './transfer/answer-offer.ts'
import { askFocus, openDialog, openDuty, openStudio, openTalks, select, undoLast, useWindow } from '../state/window-store.ts'

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

  useEffect(() => {
    desk.shell.onOpenConversation(id => { select(id) })
    // H5: the program was about to be closed.
    desk.shell.onHandOver(() => { void startLeaving(desk, { kind: 'shift_end', reason: null, untilMs: null }) })
  }, [desk])
}

function run(name: ShortcutName, desk: Desk): void {
  const { actions, client, shell } = desk
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
    case 'transfer': case 'talks':
      if (selectedId && threads[selectedId]?.conversation.state === 'open') openDialog({ kind: name, conversationId: selectedId })
      return
    case 'hangUp':
      hangUp(desk)
      return
    case 'leaving':
      openLeaving(desk)
      return
    case 'accept': case 'decline': {
      const [offer] = useLive.getState().transfers?.incoming ?? []
      if (offer) void answerOffer(desk, offer, name === 'accept')
      return
    }
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
    case 'duty':
      if (useWindow.getState().place === 'duty') openTalks()
      else openDuty()
      return
    case 'studio':
      if (!isSupervisor(useLive.getState())) return
      if (useWindow.getState().place === 'studio') openTalks()
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

/** Takes no new customers, or takes them again. */
function hangUp(desk: Desk): void {
  const state = useLive.getState().team?.mine?.state
  if (state === 'online') void desk.actions.done(desk.client.call('presence.set', { state: 'hung_up', reason: null }))
  else void comeBack(desk)
}

/** The panel before leaving: the one begun, else what the clock asks for, else leaving the seat (M10). */
function openLeaving(desk: Desk): void {
  const prompt = useLive.getState().shift?.prompt
  if (useWindow.getState().leaving) openDialog({ kind: 'leaving' })
  else if (prompt && prompt.kind !== 'late_back') void startLeaving(desk, { kind: prompt.kind, reason: null, untilMs: prompt.kind === 'meal' ? mealUntil() : null })
  else openDialog({ kind: 'away' })
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=true]')
}
