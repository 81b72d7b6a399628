import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseItem } from '../../../domain/entities/release.ts'
import { Tag } from '../../ui/tag.tsx'
import { VersionsDialog } from '../draft/versions-dialog.tsx'
import { openContent } from '../open-entry.ts'
import type { ReleaseRow } from './release-row.ts'

/** What is in a release. One that is out opens with what it changed; one that waits, where it is written. */
export function ReleaseItems({ release }: { release: ReleaseRow }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<ReleaseItem | null>(null)
  if (release.itemCount === 0) return null
  return (
    <section>
      <h3 className='mb-1 text-sm font-semibold text-ink-2'>{t('studio.release.items', { count: release.itemCount })}</h3>
      <ul className='max-h-72 overflow-y-auto rounded-lg border border-line'>
        {release.items.map(item => (
          <li key={`${item.kind} ${item.id}`} className='border-b border-line last:border-0'>
            <button
              type='button' onClick={() => { if (item.version > 0) setOpen(item); else openContent(item.kind, item.id) }}
              className='flex min-h-9 w-full items-center gap-2 px-3 text-left hover:bg-hover focus-visible:outline-offset-[-2px]'
            >
              <span className='min-w-0 flex-1 truncate'>{item.title || t('studio.untitled')}</span>
              <Tag>{t(`studio.kind.${item.kind}`)}</Tag>
              {item.action === 'retire' ? <Tag tone='warn'>{t('studio.retire')}</Tag> : item.version > 0 && <span className='text-xs text-ink-2'>{t('studio.versions.nth', { n: item.version })}</span>}
            </button>
          </li>
        ))}
      </ul>
      {release.itemCount > release.items.length && <p className='mt-1 text-sm text-ink-2'>{t('studio.release.more', { count: release.itemCount - release.items.length })}</p>}
      {open && <VersionsDialog kind={open.kind} id={open.id} title={open.title} version={open.version} onClose={() => { setOpen(null) }} />}
    </section>
  )
}
