import { useTranslation } from 'react-i18next'
import type { ThreadItem, ThreadView } from '../../../protocol/views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { systemWords } from './system-words.ts'
import { itemTime } from './thread-entries.ts'

/** What happened to the conversation, in its place in the thread. */
export function SystemItem({ item, promises }: { item: ThreadItem; promises: ThreadView['promises'] }) {
  const { t } = useTranslation()
  const days = useDays()
  const people = useLive(state => state.team?.people)
  if (!item.system) return null
  const nameOf = (id: string) => people?.find(person => person.id === id)?.name ?? null
  const words = systemWords(item.system, nameOf, id => promises.find(promise => promise.id === id)?.text ?? null, days.time, t('system.someone'))
  return (
    <p className='my-1 flex items-center gap-3 text-xs text-ink-3'>
      <span className='h-px flex-1 bg-line' />
      <span className='max-w-[70%] text-center'><span className='tabular-nums'>{days.time(itemTime(item))}</span> · {t(`system.${words.key}`, words.with)}</span>
      <span className='h-px flex-1 bg-line' />
    </p>
  )
}
