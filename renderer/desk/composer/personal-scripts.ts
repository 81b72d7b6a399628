import i18next from 'i18next'
import type { CallInput } from '../../../protocol/desk-api.ts'
import type { PaletteHit } from '../../../protocol/script-views.ts'
import type { Desk } from '../../state/desk-context.ts'

/** A personal script as it is written. */
export function contentOf(hit: PaletteHit): CallInput<'script.personalPut'> {
  return {
    scriptId: hit.id, code: hit.code ?? '', stage: hit.stage ?? 'care', scene: hit.scene, title: hit.title, body: hit.body ?? hit.text, language: hit.language,
    tags: hit.tags, pictureIds: hit.pictureIds,
  }
}

/** Deletes an own script at once; the notice gives it back. */
export async function removePersonal({ client, actions }: Desk, hit: PaletteHit): Promise<void> {
  const content = contentOf(hit)
  const putBack = () => { void actions.done(client.call('script.personalPut', content)) }
  await actions.done(client.call('script.personalRemove', { scriptId: hit.id }), i18next.t('palette.removed', { title: hit.title }), putBack)
}
