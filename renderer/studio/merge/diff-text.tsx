import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** A text with what was taken out and put in since another, word by word, Chinese too. */
export function DiffText({ before, after }: { before: string; after: string }) {
  const { i18n } = useTranslation()
  const parts = useMemo(() => diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter(i18n.language, { granularity: 'word' }) }), [before, after, i18n.language])
  return (
    <p className='selectable leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap'>
      {parts.map((part, index) => part.added
        ? <ins key={index} className='rounded-xs bg-brand-soft text-brand decoration-brand'>{part.value}</ins>
        : part.removed ? <del key={index} className='rounded-xs bg-late-soft text-late'>{part.value}</del> : <span key={index}>{part.value}</span>)}
    </p>
  )
}
