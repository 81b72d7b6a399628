import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftOutput } from '../../../../protocol/shift.ts'
import { useTime } from '../../../edge/ticker.ts'
import { clockText } from '../../../format/clock-text.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { Select } from '../../../studio/ui/fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Busy, Problem } from '../../../ui/states.tsx'
import { shiftErrorText } from '../../ask.ts'
import { useShiftAsked } from '../../use-asked.ts'
import type { WallPerson } from '../wall-rows.ts'
import { CheckList } from './check-list.tsx'
import { useChosen } from './use-chosen.ts'
import { useWatch } from './use-watch.ts'

type Talk = ShiftOutput<'wall.conversations'>[number]

/** What somebody has open: to watch one, or (moving) to give them to others because of an illness or an incident. */
export function TalksDialog({ person, people, teamId, moving, onMove, onClose }: {
  person: WallPerson; people: readonly WallPerson[]; teamId: string; moving: boolean; onMove: () => void; onClose: () => void
}) {
  const { t } = useTranslation()
  const { name, personId } = person
  const { value, error, busy, again } = useShiftAsked('wall.conversations', { teamId, personId })
  return (
    <Dialog title={moving ? t('crew.act.move', { name }) : t('crew.act.talks', { name })} lead={moving ? t('crew.act.moveLead') : undefined} onClose={onClose}>
      {error && !busy && <div className='p-5'><Problem text={shiftErrorText(error)}><Button small onClick={again}>{t('common.retry')}</Button></Problem></div>}
      {!value && !error && <Busy text={t('crew.act.loadingTalks')} />}
      {value?.length === 0 && <p className='p-5 text-ink-2'>{t('crew.act.noTalks')}</p>}
      {value && value.length > 0 && (moving ? <Move talks={value} person={person} people={people} onClose={onClose} /> : <TalkList talks={value} onMove={onMove} onClose={onClose} />)}
    </Dialog>
  )
}

function TalkList({ talks, onMove, onClose }: { talks: readonly Talk[]; onMove: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const watch = useWatch()
  return (
    <>
      <ul className='max-h-80 overflow-y-auto px-5 pt-3 pb-2'>
        {talks.map(talk => (
          <li key={talk.conversationId} className='flex min-h-9 items-center gap-3 border-b border-line last:border-0'>
            <span className='min-w-0 flex-1 truncate'>{talk.customerName}<span className='ml-2 text-sm text-ink-2'>{talk.channelName}</span></span>
            <Due talk={talk} />
            <Button
              small onClick={() => {
                onClose()
                void watch(talk.conversationId)
              }}
            >
              <Eye size={14} aria-hidden='true' />{t('crew.wall.watch')}
            </Button>
          </li>
        ))}
      </ul>
      <footer className='flex justify-end border-t border-line px-5 py-3'><Button onClick={onMove}>{t('crew.wall.move')}</Button></footer>
    </>
  )
}

function Due({ talk: { nearestDueAtMs, waitingSinceMs } }: { talk: Talk }) {
  const { t } = useTranslation()
  const left = useTime(nowMs => nearestDueAtMs === null ? null : Math.ceil((nearestDueAtMs - nowMs) / 1_000))
  const waited = useTime(nowMs => waitingSinceMs === null ? null : Math.max(0, Math.floor((nowMs - waitingSinceMs) / 1_000)))
  if (left !== null) return <span className={left <= 0 ? 'text-sm font-medium text-late tabular-nums' : 'text-sm text-ink-2 tabular-nums'}>{left <= 0 ? t('crew.wall.late', { time: clockText(left * 1_000) }) : clockText(left * 1_000)}</span>
  return waited === null ? null : <span className='text-sm text-ink-2 tabular-nums'>{t('crew.wall.waits', { time: clockText(waited * 1_000) })}</span>
}

function Move({ talks, person, people, onClose }: { talks: readonly Talk[]; person: WallPerson; people: readonly WallPerson[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [toPersonId, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const chosen = useChosen(null)
  const moved = chosen.of(talks, ({ conversationId }) => conversationId)
  // M5: only who takes customers; whoever has the fewest stands first.
  const able = people.filter(one => one.personId !== person.personId && one.state === 'online' && one.reachable).sort((a, b) => a.open - b.open)
  const move = async () => {
    const conversationIds = moved.map(({ conversationId }) => conversationId)
    if (await actions.done(client.call('conversation.reassign', { conversationIds, toPersonId, reason: reason.trim() }), t('crew.act.moved', { count: conversationIds.length }))) onClose()
  }
  return (
    <form
      className='flex min-h-0 flex-col'
      onSubmit={event => {
        event.preventDefault()
        void move()
      }}
    >
      <div className='flex flex-col gap-3 overflow-y-auto p-5 pt-3'>
        <CheckList
          label={t('crew.act.moveWhich')} has={chosen.has} onTurn={chosen.turn}
          items={talks.map(talk => ({ id: talk.conversationId, text: talk.customerName, hint: <Due talk={talk} /> }))}
        />
        <Select label={t('crew.act.moveTo')} value={toPersonId} none={t('crew.act.queue')} options={able.map(one => ({ value: one.personId, text: `${one.name}  ${t('crew.wall.loadOf', one)}` }))} onChange={setTo} />
        <Field label={t('crew.act.reason')} value={reason} maxLength={200} placeholder={t('crew.act.reasonHint')} onChange={event => { setReason(event.target.value) }} />
      </div>
      <footer className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type='submit' look='brand' disabled={moved.length === 0 || reason.trim() === ''}>{t('crew.act.confirmMove', { count: moved.length })}</Button>
      </footer>
    </form>
  )
}
