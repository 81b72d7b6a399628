import i18next from 'i18next'
import type { Desk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { insertScript } from '../composer/insert-script.ts'

/** H3: puts the team's takeover line (stage handover_take) into the reply, to be changed and sent. */
export async function insertTakeover(desk: Desk, conversationId: string): Promise<void> {
  const found = await desk.actions.value(desk.client.call('palette.search', { text: '', tab: 'scripts', conversationId, stage: 'handover_take', scene: null, limit: 1 }))
  const [line] = found?.hits ?? []
  if (line) await insertScript(desk, conversationId, { id: line.id, text: line.text, pictureIds: line.pictureIds, tab: 'scripts' }, null)
  else if (found) toast(i18next.t('handover.noTake'))
}
