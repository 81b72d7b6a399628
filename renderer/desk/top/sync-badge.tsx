import { clsx } from 'clsx'
import { CloudOff, RefreshCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { durationText } from '../../format/clock-text.ts'
import { percentText } from '../../format/day-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Float } from '../../ui/floating.tsx'
import { syncWords } from './sync-words.ts'

/** Whether desk and server agree; what waits, why, and "try now". */
export function SyncBadge() {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const sync = useLive(state => state.sync)
  // Written only where it is said: the first number that is written takes 17 ms.
  const sinceText = useTime(nowMs => sync?.state === 'stuck' && sync.syncedAtMs ? durationText(Math.max(60_000, nowMs - sync.syncedAtMs), i18n.language) : '')
  if (!sync) return null
  const words = syncWords(sync, sinceText, share => percentText(share, i18n.language))
  return (
    <>
    <span role='status' className='sr-only'>{t(words.key, words.with)}</span>
    <Float
      label={t('sync.title')} align='end' open={open} onOpen={setOpen} className='w-80'
      trigger={
        <button type='button' className='flex h-7 max-w-60 shrink-0 items-center gap-1.5 rounded-md px-2 hover:bg-hover' data-sync={sync.state}>
          {words.tone === 'ok' ? <span className='size-2 shrink-0 rounded-full bg-ok' aria-hidden='true' />
            : words.tone === 'busy' ? <RefreshCw size={14} className='shrink-0 text-ink-2' aria-hidden='true' />
              : words.tone === 'warn' ? <CloudOff size={14} className='shrink-0 text-warn' aria-hidden='true' />
                : <TriangleAlert size={14} className='shrink-0 text-late' aria-hidden='true' />}
          <span className={clsx('truncate', words.tone === 'warn' && 'text-warn', words.tone === 'late' && 'text-late')}>{t(words.key, words.with)}</span>
        </button>
      }
    >
      <SyncSheet close={() => { setOpen(false) }} />
    </Float>
    </>
  )
}

function SyncSheet({ close }: { close: () => void }) {
  const { t, i18n } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays()
  const sync = useLive(state => state.sync)
  const last = useTime(nowMs => sync?.syncedAtMs ? days.ago(sync.syncedAtMs, nowMs) ?? t('list.justNow') : t('sync.never'))
  if (!sync) return null
  const numbers = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second', maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <div>
      <dl className='grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-sm'>
        <dt className='text-ink-2'>{t('sync.last')}</dt>
        <dd>{last}</dd>
        {sync.reason && (
          <>
            <dt className='text-ink-2'>{t('sync.reasonRow')}</dt>
            <dd className='text-warn'>{t(`sync.reason.${sync.reason}`)}</dd>
          </>
        )}
        <dt className='text-ink-2'>{t('sync.queuedRow')}</dt>
        <dd className='tabular-nums'>{sync.queued}</dd>
        {sync.uploading > 0 && (
          <>
            <dt className='text-ink-2'>{t('sync.uploading')}</dt>
            <dd className='tabular-nums'>{sync.uploading}</dd>
          </>
        )}
        {sync.refused > 0 && (
          <>
            <dt className='text-ink-2'>{t('sync.refused')}</dt>
            <dd className='text-late tabular-nums'>{sync.refused}</dd>
          </>
        )}
        {Math.abs(sync.clockOffsetMs) >= 2_000 && (
          <>
            <dt className='text-ink-2'>{t('sync.offsetRow')}</dt>
            <dd className='tabular-nums'>{numbers.format(sync.clockOffsetMs / 1000)}</dd>
          </>
        )}
      </dl>
      {sync.state !== 'online' && <p className='mt-3 text-sm text-ink-2'>{t('sync.kept')}</p>}
      <div className='mt-3 flex flex-wrap gap-2'>
        <Button small onClick={() => { void actions.done(client.call('sync.now', {})) }}><RefreshCw size={14} aria-hidden='true' />{t('sync.now')}</Button>
        {sync.refused > 0 && (
          <Button
            small
            onClick={() => {
              close()
              openDialog({ kind: 'inbox' })
            }}
          >
            {t('sync.showInbox')}
          </Button>
        )}
      </div>
    </div>
  )
}
