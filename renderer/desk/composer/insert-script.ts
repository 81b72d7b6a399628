import i18next from 'i18next'
import type { Span } from '../../../protocol/script-views.ts'
import { compose, composing } from '../../state/composer-store.ts'
import type { Desk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { insertAtCaret } from './insert.ts'

const MOST_PICTURES = 10

export type Taken = { id: string; text: string; pictureIds: string[]; tab: 'scripts' | 'knowledge' }

/** Puts a script or knowledge entry into the reply; its pictures become pictures of the next message. @returns when those are there */
export async function insertScript({ client, drafts }: Desk, conversationId: string, { id, text, pictureIds, tab }: Taken, instead: Span | null): Promise<void> {
  insertAtCaret(conversationId, { line: text, script: tab === 'scripts' ? { id, kind: null } : null, instead }, drafts)
  void client.call('palette.used', { scriptId: id, conversationId })
  if (pictureIds.length === 0) return
  const room = MOST_PICTURES - composing(conversationId).pictures.length
  if (pictureIds.length > room) toast(i18next.t('palette.tooManyPictures'))
  // Until they are there nothing goes out: the text would go without them.
  compose(conversationId, { sending: true })
  for (const pictureId of pictureIds.slice(0, Math.max(0, room))) {
    const answer = await client.call('picture.attach', { pictureId, conversationId })
    if (!answer.ok) {
      toast(i18next.t('palette.picturesFailed'), 'bad')
      break
    }
    drafts.picturesChanged(conversationId, [...composing(conversationId).pictures, answer.value])
  }
  compose(conversationId, { sending: false })
}
