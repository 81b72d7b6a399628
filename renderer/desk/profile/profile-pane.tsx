import { UserRoundX } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../domain/entities/conversation.ts'
import { classWord, outcomeWord } from '../../i18n/case-words.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { followProfile, useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Busy, Empty } from '../../ui/states.tsx'
import { CustomerHead } from './customer-head.tsx'
import { Notes } from './notes.tsx'
import { Orders } from './orders.tsx'
import { Part } from './part.tsx'

/** Who the customer is: tags, orders, past talks, notes. */
export function ProfilePane({ customerId, conversation }: { customerId: string; conversation: Conversation }) {
  const { t } = useTranslation()
  return (
    <aside
      aria-label={t('regions.profile')}
      className='flex w-[300px] shrink-0 flex-col border-l border-line bg-panel max-[1180px]:w-[248px]'
    >
      <div className='min-h-0 flex-1 overflow-x-hidden overflow-y-auto' tabIndex={0} role='group' aria-label={t('profile.title')}>
        <Profile customerId={customerId} hereId={conversation.id} />
      </div>
    </aside>
  )
}

/** The parts of the profile. @param hereId the conversation that is open beside it: none of the past ones */
export function Profile({ customerId, hereId }: { customerId: string; hereId: string | null }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const profile = useLive(state => state.profiles[customerId])
  useEffect(() => followProfile(client, customerId), [client, customerId])
  if (profile === undefined) return <Busy text={t('profile.loading')} />
  if (profile === null) return <Empty icon={<UserRoundX size={28} />} title={t('profile.missing')} />
  return (
    <>
      <CustomerHead customer={profile.customer} />
      <Orders orders={profile.orders} count={profile.customer.orderCount} />
      <Past past={profile.past.filter(past => past.id !== hereId)} />
      <Notes customerId={customerId} notes={profile.notes} />
    </>
  )
}

function Past({ past }: { past: Conversation[] }) {
  const { t } = useTranslation()
  const days = useDays()
  const people = useLive(state => state.team?.people)
  return (
    <Part title={t('profile.past')}>
      {past.length === 0 && <p className='text-sm text-ink-3'>{t('profile.noPast')}</p>}
      <ul className='flex flex-col gap-0.5'>
        {past.slice(0, 8).map(one => (
          <li key={one.id}>
            <button
              type='button' title={t('past.open')} onClick={() => { openDialog({ kind: 'past', conversation: one }) }}
              className='-mx-1.5 flex w-[calc(100%+0.75rem)] items-baseline gap-2 rounded-md px-1.5 py-0.5 text-left text-sm hover:bg-hover'
            >
              <span className='shrink-0 text-ink-2 tabular-nums'>{days.monthDay(one.closedAtMs ?? one.lastMessageAtMs)}</span>
              <span className='min-w-0 flex-1 truncate' title={one.snippet}>{[classWord(t, one.enquiryClass) ?? one.snippet, outcomeWord(t, one.outcome)].filter(Boolean).join(' · ')}</span>
              <span className='shrink-0 text-xs text-ink-3'>{people?.find(person => person.id === one.ownerId)?.name ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </Part>
  )
}
