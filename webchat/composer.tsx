import { ArrowUp, Image, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ChatMessage } from '../protocol/rest.ts'
import type { ChatStore } from './chat-store.ts'
import type { Kept } from './kept.ts'
import type { Texts } from './texts.ts'

const MAX_LENGTH = 4_000
const MAX_HEIGHT_PX = 144
/** keyCode of a key that an input method still works on; some browsers set no isComposing on Enter. */
const IME_KEY = 229

interface ComposerProps {
  store: ChatStore
  kept: Kept
  texts: Texts
  quote: ChatMessage | null
  onQuoteDone: () => void
  disabled: boolean
}

/** Where the customer writes. Enter sends, Shift Enter breaks the line, and Enter inside an input method does neither. */
export function Composer({ store, kept, texts, quote, onQuoteDone, disabled }: ComposerProps) {
  const [text, setText] = useState(kept.draft)
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const over = text.length - MAX_LENGTH
  const sendable = !disabled && text.trim() !== '' && over <= 0

  useLayoutEffect(() => {
    const at = field.current
    if (!at) return
    at.style.height = 'auto'
    at.style.height = `${Math.min(at.scrollHeight, MAX_HEIGHT_PX)}px`
  }, [text])
  useEffect(() => { if (quote) field.current?.focus() }, [quote])

  const write = (value: string) => {
    setText(value)
    kept.keepDraft(value)
    if (value !== '') store.typed()
  }
  const send = () => {
    if (!sendable) return
    store.say(text.trim(), quote?.id ?? null)
    write('')
    onQuoteDone()
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && quote) onQuoteDone()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === IME_KEY) return
    event.preventDefault()
    send()
  }

  return (
    <footer className="border-t border-line bg-panel px-3 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] sm:px-4">
      {quote && (
        <div className="mb-2 flex items-center gap-2 rounded-lg bg-ground px-3 py-1.5">
          <p className="line-clamp-1 min-w-0 flex-1 border-l-2 border-brand pl-2 text-[13px] text-second">{quote.body || `[${texts.pictureAlt}]`}</p>
          <button type="button" onClick={onQuoteDone} aria-label={texts.cancelQuote} className="grid size-7 place-items-center rounded-full text-second hover:text-ink"><X size={15} /></button>
        </div>
      )}
      <div className="flex items-end gap-2">
        <button
          type="button" onClick={() => picker.current?.click()} disabled={disabled} aria-label={texts.picture} title={texts.picture}
          className="grid size-10 shrink-0 place-items-center rounded-full text-second hover:bg-ground hover:text-brand disabled:opacity-50"
        >
          <Image size={21} strokeWidth={1.9} />
        </button>
        <input
          ref={picker} type="file" accept="image/png,image/jpeg,image/webp,image/gif" multiple hidden tabIndex={-1}
          onChange={({ currentTarget }) => {
            for (const file of currentTarget.files ?? []) store.show(file, file.name)
            currentTarget.value = ''
          }}
        />
        <div className="min-w-0 flex-1">
          <textarea
            ref={field} value={text} rows={1} disabled={disabled} onChange={event => write(event.target.value)} onKeyDown={onKeyDown}
            placeholder={texts.placeholder} aria-label={texts.placeholder} enterKeyHint="send" autoComplete="off"
            className="block w-full resize-none rounded-[20px] border border-line bg-ground px-4 py-[9px] text-[16px] leading-[22px] placeholder:text-third focus:border-brand focus:outline-none sm:text-[15px]"
          />
          {over > 0 && <p role="alert" className="mt-1 px-2 text-[12px] text-late tabular-nums">{texts.tooLong(over)}</p>}
        </div>
        <button
          type="button" onClick={send} disabled={!sendable} aria-label={texts.send} title={texts.send}
          className="grid size-10 shrink-0 place-items-center rounded-full bg-brand text-on-brand transition-opacity disabled:bg-line disabled:text-third"
        >
          <ArrowUp size={20} strokeWidth={2.4} />
        </button>
      </div>
    </footer>
  )
}
