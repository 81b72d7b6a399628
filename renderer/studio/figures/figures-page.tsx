import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Team } from '../../../domain/entities/team.ts'
import { useLive } from '../../state/live-store.ts'
import { Segments } from '../../ui/choice.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { useStudioState } from '../studio-store.ts'
import { useStudio } from '../use-studio.ts'
import { HoursView } from './hours-view.tsx'
import { TeamFigures } from './team-figures.tsx'

const NO_TEAMS: Team[] = []

/** Every figure of the procedure, one team at a time; and when its channels are open. */
export function FiguresPage() {
  const { t } = useTranslation()
  const teams = useLive(state => state.team?.teams ?? (state.team ? NO_TEAMS : null))
  const { view, error } = useStudio('figures')
  // Opened from elsewhere: a team's figures, or the hours of a channel.
  const opened = useStudioState(state => state.open['figures'])
  const channel = useLive(state => state.team?.channels.find(({ id }) => id === opened))
  const [chosen, setChosen] = useState<string | null>(channel?.teamId ?? opened ?? null)
  const [shown, setShown] = useState<'figures' | 'hours'>(channel ? 'hours' : 'figures')
  const team = teams?.find(({ id }) => id === chosen) ?? teams?.[0]

  if (error && !view) return <div className='p-4'><Problem text={t('figures.failed')} /></div>
  if (!teams || !view) return <Busy text={t('common.loading')} />
  if (!team) return <Empty icon={<Users size={28} />} title={t('figures.noTeams')} />
  return (
    <>
      <header className='flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-panel px-4 py-2'>
        <div className='min-w-0 flex-1'>
          <h2 className='text-lg font-semibold'>{t('figures.title')}</h2>
          <p className='text-sm text-ink-2'>{shown === 'figures' ? t('figures.lead') : t('hours.lead')}</p>
        </div>
        {teams.length > 1 && <Segments label={t('figures.team')} value={team.id} options={teams.map(({ id, name }) => ({ value: id, text: name }))} onChange={setChosen} />}
        <Segments
          label='' value={shown} onChange={setShown}
          options={[{ value: 'figures', text: t('figures.view.figures') }, { value: 'hours', text: t('figures.view.hours') }]}
        />
      </header>
      {shown === 'figures'
        ? <TeamFigures key={team.id} team={team} item={view.items.find(({ id }) => id === team.id)} />
        : <HoursView key={team.id} teamId={team.id} channelId={channel?.id ?? null} />}
    </>
  )
}
