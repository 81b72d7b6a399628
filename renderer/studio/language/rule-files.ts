import i18next from 'i18next'
import type { Fault } from '../../../protocol/studio.ts'
import type { DeskClient } from '../../bridge/client.ts'
import type { Desk } from '../../state/desk-context.ts'
import { askStudio, studioErrorText } from '../ask.ts'

/** What became of a file: something to say, or what is wrong with it. */
export type ImportOutcome = { said: { text: string; bad: boolean } | null; faults: Fault[] }

const MOST_BYTES = 10 * 1024 * 1024
const said = (text: string, bad = false): ImportOutcome => ({ said: { text, bad }, faults: [] })

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** Sends a file of rules: the server makes drafts of what differs. */
export async function importRules(client: Pick<DeskClient, 'call'>, file: File): Promise<ImportOutcome> {
  if (file.size > MOST_BYTES) return said(i18next.t('rules.tooLarge'), true)
  const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
  const answer = await askStudio(client, 'rules.import', { name: file.name.slice(0, 200), bytes })
  if (!answer.ok) return said(studioErrorText(answer.error), true)
  const { drafts, faults } = answer.value
  if (faults.length > 0) return { said: null, faults }
  return said(drafts === 0 ? i18next.t('rules.importNone') : i18next.t('rules.imported', { count: drafts }))
}

/** Asks where, and writes every rule there. Null when nowhere was chosen. */
export async function exportRules({ client, shell }: Pick<Desk, 'client' | 'shell'>): Promise<ImportOutcome | null> {
  const answer = await askStudio(client, 'rules.export', {})
  if (!answer.ok) return said(studioErrorText(answer.error), true)
  const bytes = Uint8Array.from(atob(answer.value.bytes), letter => letter.charCodeAt(0))
  try {
    const saved = await shell.saveFile(answer.value.name, bytes)
    return saved && said(i18next.t('rules.exported', { name: saved.name }))
  } catch {
    return said(i18next.t('error.unknown'), true)
  }
}
