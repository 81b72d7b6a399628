import { CircleCheck, CircleDashed, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DeskReceipt } from '../../../protocol/studio.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Busy, Problem } from '../../ui/states.tsx'
import { studioErrorText } from '../ask.ts'
import { useBoard } from './use-board.ts'

const ORDER = { behind: 0, offline: 1, has: 2 } as const
const ICONS = { has: CircleCheck, behind: CircleDashed, offline: WifiOff } as const
const INK = { has: 'text-ok', behind: 'text-warn', offline: 'text-ink-3' } as const

/** Which desks have a release, and who has confirmed it. */
export function Board({ releaseId, mustRead }: { releaseId: string; mustRead: boolean }) {
  const { t } = useTranslation()
  const { board, error } = useBoard(releaseId)
  if (!board) return error ? <Problem text={studioErrorText(error)} /> : <div className='h-24'><Busy text={t('common.loading')} /></div>
  const count = (state: DeskReceipt['state']) => board.desks.filter(desk => desk.state === state).length
  const desks = [...board.desks].sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.personName < b.personName ? -1 : 1))
  return (
    <>
      {error && <Problem text={studioErrorText(error)} />}
      {mustRead && (
        <section>
          <h3 className='mb-1 text-sm font-semibold text-ink-2'>{t('studio.board.read', { read: board.read.length, count: board.read.length + board.notRead.length })}</h3>
          <p className='selectable max-w-prose text-sm'>{board.notRead.length === 0 ? t('studio.board.allRead') : t('studio.board.notRead', { names: board.notRead.map(({ name }) => name).join(' · ') })}</p>
        </section>
      )}
      <section>
        <h3 className='mb-1 flex flex-wrap gap-x-4 text-sm font-semibold text-ink-2' aria-live='polite'>
          <span>{t('studio.board.title')}</span>
          <span className='font-normal tabular-nums'>{t('studio.board.counts', { has: count('has'), behind: count('behind'), offline: count('offline') })}</span>
        </h3>
        {desks.length === 0 ? <p className='text-sm text-ink-2'>{t('studio.board.none')}</p>
          : <ul className='grid grid-cols-2 gap-x-4 max-[1180px]:grid-cols-1' data-board>{desks.map(desk => <Desk key={desk.deviceId} desk={desk} />)}</ul>}
      </section>
    </>
  )
}

function Desk({ desk }: { desk: DeskReceipt }) {
  const { t } = useTranslation()
  const days = useDays()
  const nowMs = useTime(now => Math.floor(now / 60_000)) * 60_000
  const Icon = ICONS[desk.state]
  const at = desk.atMs === null ? t('studio.board.never') : days.brief(desk.atMs, nowMs)
  return (
    <li data-desk={desk.state} className='flex min-h-9 items-center gap-2 border-b border-line'>
      <Icon size={15} aria-hidden='true' className={INK[desk.state]} />
      <span className='min-w-0 flex-1 truncate'>{desk.personName}<span className='ml-2 text-sm text-ink-3'>{desk.deviceName}</span></span>
      <span className='text-sm text-ink-2 tabular-nums'>{t(`studio.board.${desk.state}`, { time: at })}</span>
    </li>
  )
}
