import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../state/desk-context.ts'
import { select } from '../../../state/window-store.ts'

/** Looks on at a conversation and may whisper there: it opens among the talks, and nobody's customer sees a thing. */
export function useWatch(): (conversationId: string) => Promise<void> {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  return async conversationId => {
    if (await actions.done(client.call('conversation.watch', { conversationId, on: true }), t('crew.wall.watching'))) select(conversationId, false)
  }
}
