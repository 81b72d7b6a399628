import i18next from 'i18next'
import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import type { Answer, DeskError } from '../../protocol/desk-api.ts'
import type { DraftPicture, OfferedLine } from '../../protocol/views.ts'
import type { DeskClient } from '../bridge/client.ts'
import { copyText } from '../edge/clipboard.ts'
import { compose, composing, joinReturned, putBack } from './composer-store.ts'
import type { HeldBack } from './composer-store.ts'
import type { DraftSaver } from './draft-saver.ts'
import { cutInserted, sentKind, usesOf } from './inserted.ts'
import { useLive } from './live-store.ts'
import { askFocus, openDialog, select, toast } from './window-store.ts'
import { saveWritings } from './writings.ts'

const t = i18next.t.bind(i18next)

/** What went wrong, in the agent's words. */
export function errorText(error: DeskError): string {
  return t(`error.${error.code}`)
}

const HELD_BACK: Partial<Record<DeskError['code'], HeldBack['why']>> = { language_block: 'block', language_warn: 'warn', unfilled: 'variable' }

/** What an agent can do in the window: each asks the core, the subscription then brings the truth. */
export type DeskActions = ReturnType<typeof createActions>

export function createActions(client: DeskClient, drafts: DraftSaver) {
  /** Says what went wrong; gives the value or null. */
  async function value<T>(asked: Promise<Answer<T>>): Promise<T | null> {
    const answer = await asked
    if (answer.ok) return answer.value
    toast(errorText(answer.error), 'bad')
    return null
  }
  async function done(asked: Promise<Answer<unknown>>, said?: string, undo?: () => void): Promise<boolean> {
    const ok = (await value(asked)) !== null
    if (ok && said) toast(said, 'plain', undo ?? null)
    return ok
  }

  /** What went with the last message of each conversation, for as long as it may be taken back. */
  const lastSent = new Map<string, { messageId: string; pictures: DraftPicture[]; inserted: InsertedScript[] }>()

  /**
   * Sends what the composer holds. On failure everything is there again, before what was typed since.
   * @param insisted rules the agent was warned of for this very text (C6)
   */
  async function send(conversationId: string, insisted: string[] = []): Promise<void> {
    // `sending`: pictures are still being read. A next line never waits for the one before: an Enter that does nothing is a lost answer.
    const { text, pictures, quoteId, inserted, sending } = composing(conversationId)
    if (sending || (text.trim() === '' && pictures.length === 0)) return
    compose(conversationId, { text: '', pictures: [], quoteId: null, draft: 'changed' })
    const body = text.trim()
    const places = cutInserted(inserted, text.length - text.trimStart().length, body.length)
    const uses = usesOf(inserted, text)
    const answer = await client.call('message.send', {
      conversationId, body, ...sentKind(text, inserted), attachmentIds: pictures.map(({ id }) => id), quoteId,
      ...(uses.length > 0 ? { uses } : {}), ...(insisted.length > 0 ? { insisted } : {}),
    })
    if (answer.ok) lastSent.set(conversationId, { messageId: answer.value.messageId, pictures, inserted: places })
    else {
      putBack(conversationId, body, places)
      compose(conversationId, { pictures: [...pictures, ...composing(conversationId).pictures], quoteId })
      const why = HELD_BACK[answer.error.code]
      // The composer shows which words, and what to do.
      if (why) compose(conversationId, { heldBack: { text: composing(conversationId).text, why } })
      else toast(errorText(answer.error), 'bad')
    }
    drafts.changed(conversationId, composing(conversationId).text)
    // At once: in another window of this desk the same text would stand ready to be sent again.
    drafts.flush(conversationId)
  }

  /** A conversation kept by hand: the reply goes to the clipboard, to be pasted where the customer is. It stays until noted as answered. */
  function copyReply(conversationId: string): void {
    const { text } = composing(conversationId)
    if (text.trim() === '') return
    copy(text.trim(), t('companion.copied'))
  }

  /** Text to the clipboard, and a word about it. */
  function copy(text: string, said: string = t('common.copied')): void {
    if (copyText(text)) toast(said)
    else toast(t('error.unknown'), 'bad')
  }

  /** "Customer wrote" or "I answered": the latter ends the reply that was written, and can give it back. */
  async function tick(conversationId: string, who: 'customer' | 'agent'): Promise<void> {
    if (!await value(client.call('companion.tick', { conversationId, who }))) return
    const { text } = composing(conversationId)
    if (who === 'customer' || text === '') {
      toast(t('toast.tick'))
      return
    }
    drafts.changed(conversationId, '')
    toast(t('companion.answered'), 'plain', () => { putTextBack(conversationId, text) })
  }

  /** Takes a chosen picture out again: it goes up no further. */
  async function removePicture(conversationId: string, id: string): Promise<void> {
    drafts.picturesChanged(conversationId, composing(conversationId).pictures.filter(kept => kept.id !== id))
    await done(client.call('attachment.remove', { attachmentId: id }))
  }

  async function addNote(conversationId: string): Promise<void> {
    const { noteText } = composing(conversationId)
    const body = noteText.trim()
    if (body === '') return
    const mentions = (useLive.getState().team?.people ?? []).filter(person => body.includes(`@${person.name}`)).map(person => person.id)
    compose(conversationId, { noteText: '' })
    if (await value(client.call('note.add', { conversationId, body, mentions }))) compose(conversationId, { note: false })
    else compose(conversationId, { noteText: joinReturned(body, composing(conversationId).noteText) })
    drafts.noteChanged(conversationId, composing(conversationId).noteText)
  }

  async function takeBack(messageId: string, conversationId: string): Promise<void> {
    const back = await value(client.call('message.takeBack', { messageId }))
    if (!back) return
    const kept = lastSent.get(conversationId)
    const mine = kept?.messageId === messageId
    if (mine) {
      lastSent.delete(conversationId)
      compose(conversationId, { pictures: [...kept.pictures, ...composing(conversationId).pictures] })
    }
    putTextBack(conversationId, back.body, false, mine ? kept.inserted : [])
    toast(t('toast.tookBack'))
  }

  /** The held message of this conversation, if one still can be taken back. */
  async function takeBackLast(conversationId: string): Promise<void> {
    const held = useLive.getState().threads[conversationId]?.items.filter(item => item.status === 'held').at(-1)
    if (held) await takeBack(held.id, conversationId)
  }

  /** A note goes back to the note, never into the reply: it must not end up in front of the customer. */
  function putTextBack(conversationId: string, body: string, note = false, inserted: readonly InsertedScript[] = []): void {
    if (note) {
      compose(conversationId, { note: true })
      drafts.noteChanged(conversationId, joinReturned(body, composing(conversationId).noteText))
      askFocus()
      return
    }
    putBack(conversationId, body, inserted)
    drafts.changed(conversationId, composing(conversationId).text)
    askFocus()
  }

  /** Closing without any reply (D9) or with an open promise (D6) asks first; any other close can be undone. */
  async function close(conversationId: string, withoutReply = false): Promise<void> {
    const name = useLive.getState().threads[conversationId]?.conversation.customerName ?? ''
    const answer = await client.call('conversation.close', { conversationId, withoutReply, enquiryClass: null, outcome: null })
    if (answer.ok) toast(t('toast.closed', { name }), 'plain', () => { void reopen(conversationId) })
    else if (answer.error.code === 'unanswered') openDialog({ kind: 'close', conversationId })
    else if (answer.error.code === 'promise_open') openDialog({ kind: 'closePromise', conversationId })
    else toast(errorText(answer.error), 'bad')
  }
  async function reopen(conversationId: string): Promise<void> {
    if (await done(client.call('conversation.reopen', { conversationId }))) select(conversationId)
  }

  /** The team's line for this moment. @returns null when there is none; says so */
  async function offerLine(conversationId: string, kind: LineKind): Promise<OfferedLine | null> {
    const answer = await client.call('line.offer', { conversationId, kind })
    if (!answer.ok) toast(errorText(answer.error), 'bad')
    else if (answer.value) return answer.value
    else toast(t('composer.noLine'))
    return null
  }

  const tag = (customerId: string, name: string, on: boolean) => done(client.call('customer.tag', { customerId, tag: name, on }))
  const removeNote = (customerId: string, noteId: string, removed: boolean) =>
    done(client.call('customer.noteRemove', { customerId, noteId, removed }))

  return {
    value, done, send, removePicture, copyReply, copy, addNote, takeBack, takeBackLast, putTextBack, close, reopen, offerLine,
    removeTag: async (customerId: string, name: string) => {
      if (await tag(customerId, name, false)) toast(t('toast.tagRemoved', { tag: name }), 'plain', () => { void tag(customerId, name, true) })
    },
    addTag: (customerId: string, name: string) => tag(customerId, name, true),
    addCustomerNote: (customerId: string, body: string) => done(client.call('customer.note', { customerId, body })),
    removeNote: async (customerId: string, noteId: string) => {
      if (await removeNote(customerId, noteId, true)) toast(t('toast.noteRemoved'), 'plain', () => { void removeNote(customerId, noteId, false) })
    },
    spam: (conversationId: string, on: boolean) =>
      done(client.call('conversation.spam', { conversationId, on }), on ? t('toast.spamOn') : t('toast.spamOff')),
    block: (customerId: string, conversationId: string, on: boolean) =>
      done(client.call('customer.block', { customerId, conversationId, on }), on ? t('toast.blocked') : t('toast.unblocked')),
    tick,
    lock: () => { drafts.flushAll(); saveWritings(); return done(client.call('session.lock', {})) },
  }
}
