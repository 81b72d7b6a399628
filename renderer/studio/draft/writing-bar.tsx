import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { openRelease } from '../studio-store.ts'
import { useOffline } from '../use-studio.ts'
import type { WritingNow } from './use-writing.ts'

/** Below what is written: whether it is saved, who else writes, and the way to every desk. */
export function WritingBar({ writing: { mine, state, stale, others, drop }, count, blocked }: {
  writing: Pick<WritingNow<unknown>, 'mine' | 'state' | 'stale' | 'others' | 'drop'>
  /** Changes in the draft. */
  count: number
  /** Something is wrong that may not be published. */
  blocked: boolean
}) {
  const { t } = useTranslation()
  const offline = useOffline()
  return (
    <footer className='flex items-center gap-3 border-t border-line bg-panel px-4 py-2'>
      <div className='flex min-w-0 flex-1 flex-wrap items-center gap-x-3'>
      <span className='flex items-center gap-1.5 text-sm text-ink-2' role='status'>
        {state === 'none' && t('writing.none')}
        {(state === 'changed' || state === 'saving') && <><LoaderCircle size={14} aria-hidden='true' className='animate-spin' />{t('writing.saving')}</>}
        {state === 'failed' && <><TriangleAlert size={14} aria-hidden='true' className='text-late' />{t('writing.failed')}</>}
        {state === 'pending' && <><CloudOff size={14} aria-hidden='true' />{t('writing.pending')} · {t('writing.changes', { count })}</>}
        {state === 'saved' && <><Check size={14} aria-hidden='true' className='text-ok' />{t('writing.saved')} · {t('writing.changes', { count })}</>}
      </span>
      {others[0] && <Warning text={t('writing.others', { name: others[0].authorName })} />}
      {stale && <Warning text={t('writing.stale')} />}
      </div>
      <Button disabled={state === 'none'} look='quiet' onClick={drop}>{t('writing.drop')}</Button>
      <Button disabled={!mine || blocked || offline || state !== 'saved'} look='brand' onClick={() => { if (mine) openRelease([mine.id]) }}>{t('writing.publish')}</Button>
    </footer>
  )
}

function Warning({ text }: { text: string }) {
  return <span className='flex min-w-0 items-center gap-1.5 text-sm text-warn'><TriangleAlert size={14} aria-hidden='true' className='shrink-0' />{text}</span>
}
