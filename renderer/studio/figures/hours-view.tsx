import { Store } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../state/live-store.ts'
import { Segments } from '../../ui/choice.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { useStudio } from '../use-studio.ts'
import { ChannelHours } from './channel-hours.tsx'

/** When the channels of a team are open, and what they say by themselves (D11, T9). */
export function HoursView({ teamId, channelId }: { teamId: string; channelId: string | null }) {
  const { t } = useTranslation()
  const { view, error } = useStudio('hours')
  const all = useLive(state => state.team?.channels)
  const channels = all?.filter(channel => channel.teamId === teamId) ?? []
  const [chosen, setChosen] = useState<string | null>(channelId)
  const channel = channels.find(({ id }) => id === chosen) ?? channels[0]
  if (error && !view) return <div className='p-4'><Problem text={t('figures.failed')} /></div>
  if (!view || !all) return <Busy text={t('common.loading')} />
  if (!channel) return <Empty icon={<Store size={28} />} title={t('hours.none')} />
  const item = view.items.find(({ id }) => id === channel.id)
  return (
    <>
      {channels.length > 1 && (
        <div className='w-fit px-4 pt-2'>
          <Segments label={t('hours.channel')} value={channel.id} options={channels.map(({ id, name }) => ({ value: id, text: name }))} onChange={setChosen} />
        </div>
      )}
      {item ? <ChannelHours key={channel.id} item={item} title={channel.name} /> : <Busy text={t('common.loading')} />}
    </>
  )
}
