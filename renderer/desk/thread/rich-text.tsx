import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalKind } from '../../../domain/personal-data/find.ts'
import { maskValue } from '../../../domain/personal-data/mask.ts'
import { useDesk } from '../../state/desk-context.ts'
import { richParts } from './rich-parts.ts'

/** A message as text. Never HTML: links open through the shell's question, personal numbers only by a click. */
export function RichText({ text, names = [] }: { text: string; names?: string[] }) {
  return (
    <>
      {richParts(text, names).map((part, index) => {
        if (part.kind === 'link') return <Link key={index} url={part.text} />
        if (part.kind === 'personal') return <Masked key={index} text={part.text} what={part.what} />
        if (part.kind === 'mention') return <span key={index} className='font-medium text-info'>{part.text}</span>
        return <span key={index}>{part.text}</span>
      })}
    </>
  )
}

function Link({ url }: { url: string }) {
  const { t } = useTranslation()
  const { shell } = useDesk()
  return (
    <button
      type='button' onClick={() => { void shell.openExternal(url) }} title={t('thread.openLink', { url })}
      className='inline rounded-sm text-left break-all text-info underline decoration-1 underline-offset-2 hover:decoration-2'
    >
      {url}
    </button>
  )
}

function Masked({ text, what }: { text: string; what: PersonalKind }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const kind = t(`thread.masked.${what}`)
  return (
    <button
      type='button' onClick={() => { setShown(!shown) }} aria-pressed={shown} title={shown ? t('thread.hide') : t('thread.reveal', { kind })}
      className='inline rounded-sm border-b border-dashed border-ink-3 tabular-nums select-text hover:border-ink'
    >
      {shown ? text : maskValue(what, text)}
    </button>
  )
}
