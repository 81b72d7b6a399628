import { useEffect, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { useOffline } from '../../state/use-offline.ts'
import { useQuery } from '../../state/use-query.ts'
import { Busy, Empty } from '../../ui/states.tsx'
import { BigPeople } from './big-people.tsx'
import { Freshness } from './freshness.tsx'
import { WallFigures } from './wall-figures.tsx'
import { WallSide } from './wall-side.tsx'

/** Everything is in rem: the same parts as at the desk, read from afar on any screen. */
const ROOT_FONT = 'clamp(16px, 1.15vw, 44px)'

/** The wall of a team across the room: large, nothing to press. F11 fills the screen, Esc leaves it. */
export function BigWall({ teamId }: { teamId: string }) {
  const { t } = useTranslation()
  const { shell } = useDesk()
  const offline = useOffline()
  const days = useDays(useLive(state => state.team?.teams.find(({ id }) => id === teamId)?.timeZone))
  const { value: wall } = useQuery('wall', { teamId })
  const clock = useTime(nowMs => days.time(nowMs))
  useEffect(() => {
    const press = (event: KeyboardEvent) => { if (event.key === 'F11') void shell.window('fullscreen') }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [shell])
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.fontSize = ROOT_FONT
    return () => { style.fontSize = '' }
  }, [])
  return (
    <main aria-label={t('crew.page.wall')} className='flex h-full flex-col gap-5 bg-bg p-6'>
      <header className='flex items-baseline gap-4'>
        <h1 className='text-xl font-semibold'>{wall?.teamName ?? t('crew.page.wall')}</h1>
        {wall && <Freshness atMs={wall.atMs} />}
        <span className='flex-1' />
        {wall?.queue.alert && <strong role='alert' className='rounded-md bg-late-solid px-4 py-1 text-lg font-semibold text-on-late'>{t('crew.wall.queueAlert')}</strong>}
        <time className='text-xl font-semibold tabular-nums'>{clock}</time>
      </header>
      {!wall ? offline ? <Empty icon={null} title={t('crew.wall.offline')} hint={t('crew.wall.offlineHint')} /> : <Busy text={t('crew.wall.waiting')} /> : (
        <>
          <WallFigures wall={wall} big />
          <div className='flex min-h-0 flex-1 gap-5'>
            <BigPeople people={wall.people} />
            <WallSide wall={wall} big />
          </div>
        </>
      )}
    </main>
  )
}
