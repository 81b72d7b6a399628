import { MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../state/use-query.ts'
import { openDialog } from '../../state/window-store.ts'
import { IconButton } from '../../ui/button.tsx'

/** D17, L6: the way to ask for help, with how many talks of this case are open. */
export function TalksButton({ conversationId, keys }: { conversationId: string; keys: string }) {
  const { t } = useTranslation()
  const count = useQuery('talks', { conversationId }).value?.filter(talk => talk.state !== 'closed').length ?? 0
  return (
    <IconButton label={count > 0 ? t('talks.openCount', { count }) : t('talks.open')} keys={keys} className='relative' onClick={() => { openDialog({ kind: 'talks', conversationId }) }}>
      <MessagesSquare size={16} />
      {count > 0 && <span aria-hidden='true' className='absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-brand px-1 text-2xs leading-none font-semibold text-on-brand tabular-nums'>{count}</span>}
    </IconButton>
  )
}
