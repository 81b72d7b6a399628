import { clsx } from 'clsx'
import { BookText, Copy, ImagePlus, SendHorizontal, StickyNote } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { serverNow } from '../../edge/ticker.ts'
import { compose, composing, emptyComposing, useComposer } from '../../state/composer-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { holdList } from '../../state/window-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import type { Answer } from './answer.ts'
import { ChosenPictures } from './chosen-pictures.tsx'
import { DraftMark } from './draft-mark.tsx'
import { MentionList } from './mention-list.tsx'
import { askPalette } from './palette-at.ts'
import { PICTURE_TYPES } from './pictures.ts'
import { QuoteBar } from './quote-bar.tsx'
import { ReplyField } from './reply-field.tsx'
import { useAddPictures } from './use-add-pictures.ts'
import { useEditorField } from './use-editor-field.ts'

const TYPING_EVERY_MS = 3_000
const LONG = 120 // C3

/** Where an answer or an internal note is written. `byHand`: the answer is copied, and pasted where the customer is. */
export const Editor = memo(function Editor({ view, byHand = false, answer = null }: { view: ThreadView; byHand?: boolean; answer?: Answer | null }) {
  const { t } = useTranslation()
  const { actions, drafts, client, mac } = useDesk()
  const { id } = view.conversation
  const held = useComposer(state => state.of[id] ?? emptyComposing)
  const keys = acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {})
  const files = useRef<HTMLInputElement>(null)
  const typingToldMs = useRef(0)
  const { add, dropping, dragHandlers, onPaste } = useAddPictures(id)
  const note = answer === null || held.note
  const text = note ? held.noteText : held.text
  const field = useEditorField(id, text)

  useEffect(() => {
    drafts.open(id)
    return () => { drafts.flush(id) }
  }, [drafts, id])

  const change = (next: string) => {
    holdList(false)
    if (note) drafts.noteChanged(id, next)
    else {
      drafts.changed(id, next)
      if (!byHand && serverNow() - typingToldMs.current > TYPING_EVERY_MS) {
        typingToldMs.current = serverNow()
        void client.call('typing.notice', { conversationId: id })
      }
    }
  }
  const send = () => {
    if (note) void actions.addNote(id)
    else answer.send()
  }
  const leave = () => {
    if (held.quoteId) compose(id, { quoteId: null })
    else if (held.note) compose(id, { note: false })
  }
  const quoted = held.quoteId ? view.items.find(item => item.id === held.quoteId) ?? null : null
  const nothing = text.trim() === '' && (note || byHand || held.pictures.length === 0)

  return (
    <div {...dragHandlers} className={clsx('relative px-5 pb-3', note && 'bg-note')}>
      {held.quoteId && !note && <QuoteBar item={quoted} onDrop={() => { compose(id, { quoteId: null }) }} />}
      {!note && !byHand && <ChosenPictures conversationId={id} pictures={held.pictures} />}
      {note && <MentionList field={field} text={text} onChange={next => { drafts.noteChanged(id, next) }} />}
      <ReplyField view={view} field={field} text={text} byHand={byHand} answer={note ? null : answer} onChange={change} onSend={send} onLeave={leave} onPaste={onPaste} />
      <div className='flex items-center gap-1'>
        {answer && (
          <>
            <IconButton label={t('palette.open')} keys={`/  ${keyCaps(keys.palette, mac).join(' ')}`} disabled={note} pressed={answer.open !== null} onClick={() => { askPalette(id) }} className='-ml-1.5'>
              <BookText size={17} />
            </IconButton>
            {!byHand && <IconButton label={t('composer.picture')} keys={keyCaps(keys.picture, mac).join(' ')} disabled={note} onClick={() => files.current?.click()}>
              <ImagePlus size={17} />
            </IconButton>}
            <IconButton label={t('composer.note')} keys={keyCaps(keys.note, mac).join(' ')} pressed={note} onClick={() => { compose(id, { note: !composing(id).note }) }} className='relative'>
              <StickyNote size={17} />
              {held.noteText !== '' && !note && <span className='absolute top-0.5 right-0.5 size-1.5 rounded-full bg-warn' role='img' aria-label={t('list.draft')} />}
            </IconButton>
          </>
        )}
        <input
          ref={files} type='file' accept={PICTURE_TYPES.join(',')} multiple hidden data-pictures='' aria-label={t('composer.picture')}
          onChange={event => {
            void add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <span className='flex-1' />
        {text.length > LONG && !note && <span className='mr-2 text-xs text-warn tabular-nums'>{t('composer.long', { count: text.length })}</span>}
        <span className='mr-3 text-xs text-ink-3'>{note && held.noteText === '' ? t('thread.noteHint') : <DraftMark draft={note ? held.noteDraft : held.draft} empty={text === ''} />}</span>
        <Button look='brand' disabled={nothing || held.sending} onClick={send} title='Enter'>
          {note ? t('composer.addNote') : byHand ? t('companion.copy') : held.sending ? t('composer.preparing') : t('composer.send')}
          {!note && (byHand ? <Copy size={15} aria-hidden='true' /> : <SendHorizontal size={15} aria-hidden='true' />)}
        </Button>
      </div>
      {dropping && (
        <div className='pointer-events-none absolute inset-1 grid place-items-center rounded-lg border-2 border-dashed border-brand bg-brand-soft text-brand'>{t('composer.drop')}</div>
      )}
    </div>
  )
})
