import { useEffect, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ThreadView } from '../../../protocol/views.ts'
import { paletteAct } from '../../palette/palette-keys.ts'
import { emptyComposing, useComposer } from '../../state/composer-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { isSendKey } from '../../state/ime.ts'
import { moveMarks } from '../../state/inserted.ts'
import type { Answer } from './answer.ts'
import { keepCaret, keepField, replaceInReply, selectInReply } from './insert.ts'
import { LanguageBar } from './language-bar.tsx'
import { findingAt } from './language-checker.ts'
import type { LanguageChecker } from './language-checker.ts'
import { MarksLayer } from './marks-layer.tsx'
import { followSlash } from './palette-at.ts'
import { PALETTE_LIST } from './palette-panel.tsx'
import { nextVariable, openVariables } from './variables.ts'

type Props = {
  view: ThreadView
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  byHand: boolean
  /** Null while a note is written. */
  answer: Answer | null
  onChange: (text: string) => void
  onSend: () => void
  /** Esc. */
  onLeave: () => void
  onPaste: (event: ClipboardEvent) => void
}

/** The field itself: its keys, the marks under its words, and what they say. */
export function ReplyField({ view, field, text, byHand, answer, onChange, onSend, onLeave, onPaste }: Props) {
  const { t } = useTranslation()
  const { id, customerName } = view.conversation
  const composingNow = useRef(false)
  const [caret, setCaret] = useState(0)
  const open = answer?.open === 'slash'

  useEffect(() => {
    if (answer) keepField(id, field.current)
    return () => { keepField(id, null) }
  }, [id, field, answer])

  const keepPlace = () => {
    const at = field.current?.selectionStart ?? 0
    if (!answer) return
    keepCaret(id, at)
    setCaret(at)
    if (!composingNow.current && field.current) followSlash(id, field.current.value, at, false)
  }
  const change = (box: HTMLTextAreaElement) => {
    onChange(box.value)
    if (answer && !composingNow.current) {
      keepCaret(id, box.selectionStart)
      followSlash(id, box.value, box.selectionStart, true)
    }
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.defaultPrevented) return
    const pressed = { ...pick(event), isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode }
    const act = open ? paletteAct(pressed, composingNow.current) : null
    if (act) {
      event.preventDefault()
      answer?.act(act)
    } else if (isSendKey(pressed, composingNow.current)) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Tab' && answer && !event.ctrlKey && !event.altKey && !event.metaKey && !pressed.isComposing) {
      const { selectionStart, selectionEnd } = event.currentTarget
      const next = nextVariable(openVariables(text), selectionStart, selectionEnd, event.shiftKey)
      if (!next) return
      event.preventDefault()
      selectInReply(id, next)
    } else if (event.key === 'Escape' && !pressed.isComposing) onLeave()
  }

  return (
    <>
      <div className='relative'>
        {answer && <Marks checker={answer.checker} field={field} text={text} composing={composingNow} />}
        <textarea
          ref={field} value={text} rows={2} maxLength={8_000} aria-label={answer ? t('composer.label', { name: customerName }) : t('composer.note')}
          placeholder={answer ? byHand ? t('companion.placeholder') : t('composer.placeholder') : t('composer.notePlaceholder')}
          {...(answer ? { 'data-reply': '' } : {})} {...(open ? { 'aria-controls': PALETTE_LIST } : {})}
          className='relative block max-h-56 min-h-14 w-full resize-none scroll-py-2 bg-transparent py-2 leading-relaxed outline-none'
          onChange={event => { change(event.target) }} onKeyDown={press} onSelect={keepPlace} onBlur={keepPlace} onPaste={onPaste}
          onCompositionStart={() => { composingNow.current = true }}
          onCompositionEnd={event => {
            composingNow.current = false
            change(event.currentTarget)
          }}
        />
      </div>
      {answer && <Told id={id} checker={answer.checker} text={text} caret={caret} />}
    </>
  )
}

/** Marks follow the text; what an input method is still composing is not looked at. */
function Marks({ checker, field, text, composing }: { checker: LanguageChecker; field: Props['field']; text: string; composing: RefObject<boolean> }) {
  const checked = useStore(checker.state)
  useEffect(() => { if (!composing.current) checker.check(text) }, [checker, text, composing])
  return <MarksLayer field={field} text={text} findings={moveMarks(checked.findings, checked.text, text)} />
}

function Told({ id, checker, text, caret }: { id: string; checker: LanguageChecker; text: string; caret: number }) {
  const { drafts } = useDesk()
  const heldBack = useComposer(state => (state.of[id] ?? emptyComposing).heldBack)
  const all = useStore(checker.state, state => state.text === text ? state.findings : null)
  const findings = (all ?? []).filter(({ severity, rule }) => severity !== 'note' && rule !== 'variable')
  return (
    <LanguageBar
      conversationId={id} text={text} findings={findings} finding={findingAt(findings, caret)} heldBack={heldBack}
      onFix={({ span, positive }) => { if (positive !== null) replaceInReply(id, span, positive, drafts) }}
    />
  )
}

function pick({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, shiftKey, ctrlKey, metaKey, altKey }
}
