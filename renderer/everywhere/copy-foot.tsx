import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Palette } from '../palette/palette-store.ts'
import { KeyCap } from '../ui/tag.tsx'

const KEYS = { copy: 'Enter', hide: 'Esc' }

/** How many were found and how, or why something was not copied; and the keys. */
export function CopyFoot({ palette, said }: { palette: Palette; said: string | null }) {
  const { t } = useTranslation()
  return (
    <footer className='flex h-9 shrink-0 items-center gap-4 border-t border-line px-3.5 text-xs text-ink-2'>
      {said === null ? <Found palette={palette} /> : <p role='alert' className='min-w-0 flex-1 truncate text-warn'>{said}</p>}
      <span className='flex shrink-0 items-center gap-1'><KeyCap>{KEYS.copy}</KeyCap>{t('everywhere.copy')}</span>
      <span className='flex shrink-0 items-center gap-1'><KeyCap>{KEYS.hide}</KeyCap>{t('everywhere.hide')}</span>
    </footer>
  )
}

function Found({ palette }: { palette: Palette }) {
  const { t } = useTranslation()
  const how = useStore(palette.state, ({ view }) => view && view.hits.length > 0 ? view.how : null)
  const total = useStore(palette.state, ({ view }) => view?.total ?? 0)
  const pictures = useStore(palette.state, ({ view, at }) => (view?.hits[at]?.pictureIds.length ?? 0) > 0)
  return (
    <p role='status' className='min-w-0 flex-1 truncate'>
      {how !== null && (how === 'near' ? t('palette.near') : t('palette.found', { count: total }))}{pictures && ` · ${t('everywhere.noPictures')}`}
    </p>
  )
}
