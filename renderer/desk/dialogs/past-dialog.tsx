import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../domain/entities/conversation.ts'
import { classWord, outcomeWord } from '../../i18n/case-words.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PastLines } from '../thread/past-lines.tsx'

/** A past conversation of the customer, read beside the running one. */
export function PastDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation()
  const days = useDays()
  const owner = useLive(state => state.team?.people.find(person => person.id === conversation.ownerId)?.name)
  const { id, customerName, channelKind, enquiryClass, outcome, startedAtMs } = conversation
  const about = [days.full(startedAtMs), t(`channel.${channelKind}`), owner, classWord(t, enquiryClass), outcomeWord(t, outcome)].filter(Boolean).join(' · ')
  return (
    <Dialog title={t('past.title', { name: customerName })} lead={about} width='wide' onClose={onClose}>
      <div className='mt-3 min-h-40 overflow-y-auto rounded-b-xl border-t border-line bg-bg px-5 py-3' tabIndex={0} role='log' aria-label={t('past.title', { name: customerName })}>
        <PastLines conversationId={id} />
      </div>
    </Dialog>
  )
}
