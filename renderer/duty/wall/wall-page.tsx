import { LayoutDashboard, Megaphone, MessageSquareText, Monitor, Siren, WifiOff } from 'lucide-react'
import { Suspense, lazy, memo, useDeferredValue, useState } from 'react'
import type { WallView } from '../../../protocol/shift-views.ts'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../state/actions.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useOffline } from '../../state/use-offline.ts'
import { useQuery } from '../../state/use-query.ts'
import { openStudio } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { TabButton } from '../../ui/tab-row.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useDutyTeam } from '../use-team.ts'
import { WallAct } from './act/wall-act.tsx'
import type { OpenAct } from './act/wall-act.tsx'
import { Freshness } from './freshness.tsx'
import { QueueAlert } from './queue-alert.tsx'
import { WallFigures } from './wall-figures.tsx'
import { WallSide } from './wall-side.tsx'
import { WallTable } from './wall-table.tsx'

const History = lazy(() => import('./history/history.tsx').then(module => ({ default: module.History })))

/** What goes on in a team, once a second (L1): queue, people, meals, handovers, who waits longest; and what a supervisor does about it. */
export function WallPage() {
  const { t } = useTranslation()
  const { shell } = useDesk()
  const team = useDutyTeam()
  const offline = useOffline()
  const { value, error } = useQuery('wall', { teamId: team?.id ?? '' })
  // Drawn in React's own slices of 5 ms: a second of 200 people holds no frame up.
  const wall = useDeferredValue(value)
  const [act, setAct] = useState<OpenAct | null>(null)
  const [history, setHistory] = useState(false)
  return (
    <>
      <PageHead title={t('crew.page.wall')}>
        {wall && <Freshness atMs={wall.atMs} />}
        <div role='group' aria-label={t('crew.page.wall')} className='flex gap-1'>
          <TabButton on={!history} onPress={() => { setHistory(false) }}>{t('crew.wall.now')}</TabButton>
          <TabButton on={history} onPress={() => { setHistory(true) }}>{t('crew.wall.history')}</TabButton>
        </div>
        <span className='flex-1' />
        <Button small disabled={!wall} onClick={() => { setAct({ kind: 'help' }) }}><Megaphone size={14} aria-hidden='true' />{t('crew.wall.help')}</Button>
        <Button small disabled={!wall} onClick={() => { setAct({ kind: 'line' }) }}><MessageSquareText size={14} aria-hidden='true' />{t('crew.wall.line')}</Button>
        <Button small onClick={() => { openStudio('notices') }}><Siren size={14} aria-hidden='true' />{t('crew.wall.incident')}</Button>
        <Button small look='brand' title={t('crew.wall.bigScreenHint')} onClick={() => { void shell.window(`wall:${team?.id ?? ''}`) }}><Monitor size={14} aria-hidden='true' />{t('crew.wall.bigScreen')}</Button>
      </PageHead>
      {history ? <Suspense fallback={<Busy text={t('common.loading')} />}><History /></Suspense> : live()}
      {wall && act && <WallAct act={act} wall={wall} onClose={() => { setAct(null) }} onAct={setAct} />}
    </>
  )

  function live() {
    if (error) return <div className='p-4'><Problem text={errorText(error)} /></div>
    if (!wall) return offline ? <Empty icon={<WifiOff size={28} />} title={t('crew.wall.offline')} hint={t('crew.wall.offlineHint')} /> : <Busy text={t('crew.wall.waiting')} />
    if (wall.people.length === 0) return <Empty icon={<LayoutDashboard size={28} />} title={t('crew.wall.empty')} />
    return <Live wall={wall} onAct={setAct} />
  }
}

/** Drawn again for another second of the wall alone. */
const Live = memo(function Live({ wall, onAct }: { wall: WallView; onAct: (act: OpenAct) => void }) {
  return (
    <>
      <QueueAlert queue={wall.queue} help={wall.help} onHelp={() => { onAct({ kind: 'help' }) }} />
      <div className='flex min-h-0 flex-1 flex-col gap-3 p-3'>
        <WallFigures wall={wall} />
        <div className='flex min-h-0 flex-1 gap-3'>
          <WallTable people={wall.people} onAct={onAct} />
          <WallSide wall={wall} />
        </div>
      </div>
    </>
  )
})
