import { useMemo } from 'react'
import type { ThreadView } from '../../../protocol/views.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { MessageItem } from './message-item.tsx'
import { SystemItem } from './system-item.tsx'
import { threadEntries } from './thread-entries.ts'

type Props = Pick<ThreadView, 'items' | 'attachments' | 'promises'> & {
  /** May be answered here. */
  open: boolean
}

/** The lines of a talk with their days, oldest first. */
export function ThreadLines({ items, attachments, promises, open }: Props) {
  const days = useDays()
  const people = useLive(state => state.team?.people)
  const names = useMemo(() => (people ?? []).map(person => person.name), [people])
  const entries = useMemo(() => threadEntries(items, days.dayKey), [items, days])
  const byId = useMemo(() => new Map(items.map(item => [item.id, item])), [items])
  return entries.map(entry => {
    if (entry.kind === 'day') return <DayLine key={entry.key} text={days.day(entry.ms, serverNow())} />
    const { item, first, last } = entry
    return item.system
      ? <SystemItem key={entry.key} item={item} promises={promises} />
      : (
          <MessageItem
            key={entry.key} item={item} first={first} last={last} attachments={attachments} names={names} open={open}
            quoted={item.quoteId ? byId.get(item.quoteId) ?? null : null}
          />
        )
  })
}

function DayLine({ text }: { text: string }) {
  return (
    <p className='my-3 flex items-center gap-3 text-xs text-ink-3'>
      <span className='h-px flex-1 bg-line' /><span className='inline-block first-letter:uppercase'>{text}</span><span className='h-px flex-1 bg-line' />
    </p>
  )
}
