import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '../edge/clock.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../state/shortcuts.ts'
import { dropToast, useWindow } from '../state/window-store.ts'
import type { Toast } from '../state/window-store.ts'
import { IconButton } from './button.tsx'

const SHOWN_MS = { plain: 3_000, undo: 7_000, bad: 9_000 }

/** Brief words with undo where there is one: over the talk above the reply's reach, elsewhere below what is being written. */
export function Toasts() {
  const { t } = useTranslation()
  const toasts = useWindow(state => state.toasts)
  const talking = useWindow(state => state.place === 'talks')
  return (
    <div role='region' aria-label={t('toast.region')} aria-live='polite' className={clsx('pointer-events-none fixed inset-x-0 z-50 flex flex-col items-center gap-2', talking ? 'top-[104px]' : 'bottom-16')}>
      {toasts.map(shown => <One key={shown.id} shown={shown} />)}
    </div>
  )
}

function One({ shown }: { shown: Toast }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const { id, tone, undo, text } = shown
  const undoKeys = keyCaps(acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {}).takeBack, mac).join(' ')
  useEffect(() => later(tone === 'bad' ? SHOWN_MS.bad : undo ? SHOWN_MS.undo : SHOWN_MS.plain, () => { dropToast(id) }), [id, tone, undo])
  return (
    <div className={clsx('pointer-events-auto flex max-w-[520px] items-center gap-3 rounded-lg border bg-raised py-1.5 pr-1.5 pl-4 shadow-float appear',
      tone === 'bad' ? 'border-late' : 'border-line')}
    >
      <span className={clsx('selectable line-clamp-3 min-w-0 [overflow-wrap:anywhere]', tone === 'bad' && 'text-late')}>{text}</span>
      {undo && (
        <button
          type='button' className='shrink-0 rounded-md px-2 py-1 font-medium text-brand hover:bg-hover'
          onClick={() => {
            dropToast(id)
            undo()
          }}
        >
          {t('common.undo')}
          <kbd className='ml-1.5 font-sans text-xs text-ink-3'>{undoKeys}</kbd>
        </button>
      )}
      <IconButton label={t('common.close')} onClick={() => { dropToast(id) }}><X size={14} /></IconButton>
    </div>
  )
}
