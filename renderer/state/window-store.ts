import { create } from 'zustand'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { PaletteHit } from '../../protocol/script-views.ts'

export type SectionName = 'waiting' | 'running' | 'queue' | 'left' | 'closed'

/** Those of the shift: leaving, handover, notices, and what is done with one customer. */
export type ShiftDialog = { kind: 'leaving' | 'away' | 'received' | 'given' | 'bell' } | { kind: 'transfer' | 'talks' | 'takeOver'; conversationId: string }

/** The one dialog or popover that can be open over the desk. */
export type Dialog =
  | { kind: 'search' | 'settings' | 'guide' | 'shortcuts' | 'companion' | 'signOut' | 'inbox' | 'again' | 'promise' | 'notices' }
  | { kind: 'close' | 'closePromise' | 'spam'; conversationId: string }
  | ShiftDialog
  | { kind: 'block'; conversationId: string; customerId: string }
  | { kind: 'picture'; attachmentId: string; name: string }
  | { kind: 'release'; releaseId: string }
  | { kind: 'personalScript'; script: PaletteHit | null; conversationId: string }
  | { kind: 'past'; conversation: Conversation }
  | { kind: 'customer'; customerId: string }

/** What the agent gets ready to leave for, with what they said of it (M3, M10, H1). */
export type Leaving = {
  kind: 'meal' | 'away' | 'shift_end' | 'meeting'; reason: string | null; untilMs: number | null
  /** H2: what was written for the counterpart, by conversation; it stays while somebody is answered in between. */
  notes?: Record<string, string>
}

export type Toast = { id: number; text: string; tone: 'plain' | 'bad'; undo: (() => void) | null }

/** Where one is: at the talks, at the shift, or in the studio (supervisors). */
export type Place = 'talks' | 'duty' | 'studio'

/** What this window alone knows: where one stands, what is open. Nothing of it is business data. */
export type WindowState = {
  selectedId: string | null
  place: Place
  /** The page of the studio (renderer/studio/pages.ts). */
  studioPage: string
  /** The page of the shift (renderer/duty/pages.ts). */
  dutyPage: string
  dialog: Dialog | null
  /** Kept while the agent answers beside the panel, until they have left or stay. */
  leaving: Leaving | null
  /** A line to go to in its thread, until it is reached or known not to be here. */
  jump: { conversationId: string; messageId: string } | null
  folded: Record<SectionName, boolean>
  toasts: Toast[]
  /** The list stands still: pointer or keyboard is on it. */
  listHeld: boolean
  /** The conversations in the order of the list on screen: Ctrl 1–9. */
  shownIds: string[]
  /** Grows when the composer is to take the focus. */
  focusAsked: number
}

const start: WindowState = {
  selectedId: null, place: 'talks', studioPage: 'scripts', dutyPage: 'day', dialog: null, leaving: null, jump: null,
  folded: { waiting: false, running: false, queue: false, left: false, closed: true },
  toasts: [], listHeld: false, shownIds: [], focusAsked: 0,
}

export const useWindow = create<WindowState>()(() => start)

/** Opens a conversation and, unless told otherwise, puts the cursor into its composer. */
export function select(conversationId: string | null, focus = true): void {
  useWindow.setState(({ focusAsked }) => ({ selectedId: conversationId, place: 'talks', focusAsked: focus ? focusAsked + 1 : focusAsked }))
}

/** Opens a conversation at one of its lines, the cursor in its composer: whoever looked it up by keys can answer at once. */
export function selectLine(conversationId: string, messageId: string): void {
  useWindow.setState(({ focusAsked }) => ({ selectedId: conversationId, place: 'talks', jump: { conversationId, messageId }, focusAsked: focusAsked + 1 }))
}

export function endJump(): void {
  useWindow.setState({ jump: null })
}

/** Goes to the studio, to the page it stood at unless one is named. */
export function openStudio(page?: string): void {
  useWindow.setState(({ studioPage }) => ({ place: 'studio', studioPage: page ?? studioPage }))
}

/** Goes to the shift, to the page it stood at unless one is named. */
export function openDuty(page?: string): void {
  useWindow.setState(({ dutyPage }) => ({ place: 'duty', dutyPage: page ?? dutyPage }))
}

/** Back to the talks. */
export function openTalks(): void {
  useWindow.setState({ place: 'talks' })
}

export function openDialog(dialog: Dialog | null): void {
  useWindow.setState({ dialog })
}

/** Begins to get ready to leave, and shows the panel. */
export function beginLeaving(leaving: Leaving): void {
  useWindow.setState({ leaving, dialog: { kind: 'leaving' } })
}

/** H2: words for the counterpart about one customer. */
export function writeNote(conversationId: string, text: string): void {
  useWindow.setState(({ leaving }) => leaving ? { leaving: { ...leaving, notes: { ...leaving.notes, [conversationId]: text } } } : {})
}

/** Gone, or staying after all. */
export function endLeaving(): void {
  useWindow.setState(({ dialog }) => ({ leaving: null, dialog: dialog?.kind === 'leaving' ? null : dialog }))
}

export function fold(section: SectionName): void {
  useWindow.setState(({ folded }) => ({ folded: { ...folded, [section]: !folded[section] } }))
}

export function askFocus(): void {
  useWindow.setState(({ focusAsked }) => ({ focusAsked: focusAsked + 1 }))
}

export function holdList(listHeld: boolean): void {
  if (useWindow.getState().listHeld !== listHeld) useWindow.setState({ listHeld })
}

let lastToast = 0

/** Says something briefly; with `undo` it offers that. */
export function toast(text: string, tone: Toast['tone'] = 'plain', undo: (() => void) | null = null): void {
  const id = ++lastToast
  useWindow.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, text, tone, undo }] }))
}

export function dropToast(id: number): void {
  useWindow.setState(({ toasts }) => ({ toasts: toasts.filter(shown => shown.id !== id) }))
}

/** Undoes what the newest notice offers to undo, as its button does. @returns false when none offers it */
export function undoLast(): boolean {
  const offered = useWindow.getState().toasts.filter(shown => shown.undo !== null).at(-1)
  if (!offered) return false
  dropToast(offered.id)
  offered.undo?.()
  return true
}

/** Back to the beginning: another agent. */
export function resetWindow(): void {
  useWindow.setState(start)
}
