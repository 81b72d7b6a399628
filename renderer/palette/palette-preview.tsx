import { useTranslation } from 'react-i18next'
import { CornerDownLeft, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTime } from '../edge/ticker.ts'
import { useDays } from '../i18n/use-days.ts'
import type { PaletteHit } from '../../protocol/script-views.ts'
import { sceneWord } from '../studio/scripts/scene-words.ts'
import { Marked } from './marked.tsx'
import { ShopPicture } from './shop-picture.tsx'
import { variableWord } from './variable-words.ts'

/** The chosen line in full: its text as it would be inserted, its pictures; of knowledge the cases and the usual mistakes. */
export function PalettePreview({ hit, onCase, children }: {
  hit: PaletteHit
  /** A sub-case is inserted instead of the whole; absent where nothing can be. */
  onCase?: (text: string, pictureIds: string[]) => void
  /** What else can be done with it. */
  children?: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const days = useDays()
  const updated = useTime(nowMs => days.brief(hit.updatedAtMs, nowMs))
  const open = [...new Set(hit.open.map(([from, to]) => variableWord(i18n.language, hit.text.slice(from, to))))]
  return (
    <div className='flex flex-col gap-2 text-sm'>
      <p className='selectable [overflow-wrap:anywhere] whitespace-pre-wrap'><Marked text={hit.text} marks={hit.textMarks} filled={hit.filled} open={hit.open} /></p>
      {open.length > 0 && <p className='text-xs text-warn'>{t('palette.openVariables', { names: open.join(t('palette.comma')) })}</p>}
      {hit.pictureIds.length > 0 && <ul className='flex flex-wrap gap-1.5'>{hit.pictureIds.map(id => <li key={id}><ShopPicture id={id} /></li>)}</ul>}
      {hit.cases.length > 0 && (
        <section aria-label={t('palette.cases')} className='flex flex-col gap-1.5'>
          <h3 className='text-xs font-semibold text-ink-2'>{t('palette.cases')}</h3>
          {hit.cases.map((one, index) => (
            <div key={index} className='rounded-md border border-line bg-bg px-2.5 py-1.5'>
              <p className='flex items-start gap-2 font-medium'>
                <span className='min-w-0 flex-1'>{one.title}</span>
                {onCase && (
                  <button type='button' title={t('palette.useCase')} aria-label={`${t('palette.useCase')} ${one.title}`} className='rounded-sm p-0.5 text-brand hover:bg-hover' onClick={() => { onCase(one.solution, one.pictureIds) }}>
                    <CornerDownLeft size={14} aria-hidden='true' />
                  </button>
                )}
              </p>
              <p className='selectable [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2'>{one.solution}</p>
              {one.pictureIds.length > 0 && <ul className='mt-1 flex flex-wrap gap-1.5'>{one.pictureIds.map(id => <li key={id}><ShopPicture id={id} /></li>)}</ul>}
            </div>
          ))}
        </section>
      )}
      {hit.mistakes.length > 0 && (
        <section aria-label={t('palette.mistakes')}>
          <h3 className='mb-0.5 text-xs font-semibold text-ink-2'>{t('palette.mistakes')}</h3>
          <ul>{hit.mistakes.map((mistake, index) => <li key={index} className='flex items-start gap-1.5 text-warn'><TriangleAlert size={13} className='mt-1 shrink-0' aria-hidden='true' /><span className='min-w-0'>{mistake}</span></li>)}</ul>
        </section>
      )}
      <div className='flex items-center gap-2 text-xs text-ink-3'><span className='flex-1'>{t('palette.updated', { when: updated })}{hit.scene !== null && ` · ${sceneWord(t, hit.scene)}`}</span>{children}</div>
    </div>
  )
}
