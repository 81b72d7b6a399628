import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Release } from '../../../domain/entities/release.ts'
import type { ReleaseText } from '../../../protocol/script-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Tag } from '../../ui/tag.tsx'

/** More at once nobody reads; all of them are in the palette, marked as changed. */
const SHOWN = 20

/** What a release changed, in its words as they are now: whoever confirms it has read it. Offline too. */
export function ReleaseContents({ release }: { release: Release }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [texts, setTexts] = useState<ReleaseText[]>([])
  useEffect(() => {
    let here = true
    void client.call('release.texts', { releaseId: release.id }).then(answer => { if (here && answer.ok) setTexts(answer.value) })
    return () => { here = false }
  }, [client, release.id])
  if (release.items.length === 0) return null
  const shown = release.items.slice(0, SHOWN)
  const rest = release.itemCount - shown.length
  return (
    <ul className='mt-3 flex flex-col gap-2'>
      {shown.map(({ kind, id, title, action }) => {
        const found = action === 'put' ? texts.find(text => text.id === id) : undefined
        return (
          <li key={`${kind} ${id}`} className='rounded-lg border border-line px-3 py-2'>
            <p className='flex items-center gap-2'>
              <span className='min-w-0 flex-1 font-medium [overflow-wrap:anywhere]'>{action === 'retire' ? <s>{title}</s> : found?.title ?? title}</span>
              {found?.code && <span className='font-mono text-xs text-ink-2'>{found.code}</span>}
              {action === 'retire' && <Tag tone='warn'>{t('briefing.action.retire')}</Tag>}
            </p>
            {found && <p className='selectable mt-0.5 leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2'>{found.text}</p>}
          </li>
        )
      })}
      {rest > 0 && <li className='text-sm text-ink-3'>{t('briefing.moreItems', { count: rest })}</li>}
    </ul>
  )
}
