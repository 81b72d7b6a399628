import { clsx } from 'clsx'
import { Image, ListTree } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaletteHit } from '../../protocol/script-views.ts'
import { Tag } from '../ui/tag.tsx'
import { Marked } from './marked.tsx'
import type { RowWords } from './row-words.ts'
import { snippetOf } from './text-parts.ts'

/** One script or knowledge entry in the list: what it is called, why it stands here, and its text around the match. */
export const PaletteRow = memo(function PaletteRow({ hit, chosen, words }: { hit: PaletteHit; chosen: boolean; words: RowWords }) {
  const snippet = snippetOf(hit.text, hit.textMarks)
  return (
    <div className={clsx('flex h-full items-start gap-3 px-3 py-1.5', chosen && 'bg-brand-soft shadow-[inset_2px_0_0_var(--brand)]')}>
      {hit.code !== null && <span className='w-14 shrink-0 truncate pt-0.5 font-mono text-xs text-ink-3'><Marked text={hit.code} marks={hit.codeMarks} /></span>}
      <div className='min-w-0 flex-1'>
        <p className='flex h-5.5 min-w-0 items-center gap-1.5'>
          <span className='truncate'><Marked text={hit.title} marks={hit.titleMarks} /></span>
          {hit.stage !== null && <Tag>{words(`stage.${hit.stage}`)}</Tag>}
          {hit.personal && <Tag tone='info'>{words('palette.personal')}</Tag>}
          {hit.changed && <Tag tone='warn'>{words('palette.changed')}</Tag>}
          {hit.cases.length > 0 && <ListTree size={13} className='shrink-0 text-ink-3' role='img' aria-label={words('palette.cases')} />}
          {hit.pictureIds.length > 0 && <Pictures count={hit.pictureIds.length} />}
          {hit.reason !== null && <span className='ml-auto shrink-0 pl-1 text-xs text-ink-3'>{words(`palette.reason.${hit.reason}`)}</span>}
        </p>
        <p className='truncate text-sm text-ink-2'><Marked text={snippet.text} marks={snippet.marks} /></p>
      </div>
    </div>
  )
})

function Pictures({ count }: { count: number }) {
  const { t } = useTranslation()
  return <Image size={13} className='shrink-0 text-ink-3' role='img' aria-label={t('palette.pictures', { count })} />
}
