import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { errorText } from '../../state/actions.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { ThreadLines } from './thread-lines.tsx'
import { usePast } from './use-past.ts'

/** What was said in a conversation that is not on this desk: to be read, not answered. */
export function PastLines({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const { view, error, busy, more } = usePast(client, conversationId)
  return (
    <>
      {error && (
        <Problem text={error.code === 'not_found' ? t('past.notYours') : error.code === 'server_unreachable' ? t('past.offline') : errorText(error)}>
          <Button small onClick={more}>{t('past.again')}</Button>
        </Problem>
      )}
      {busy && <Busy text={t('past.loading')} />}
      {view && !busy && view.hasEarlier && <div className='text-center'><Button small onClick={more}>{t('past.earlier')}</Button></div>}
      {view && view.items.length === 0 && <p className='py-6 text-center text-ink-3'>{t('thread.empty')}</p>}
      {view && <ThreadLines items={view.items} attachments={view.attachments} promises={[]} open={false} />}
    </>
  )
}
