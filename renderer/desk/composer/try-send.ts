import { nameOf } from '../../../domain/compliance/finding.ts'
import { compose, composing } from '../../state/composer-store.ts'
import type { HeldBack } from '../../state/composer-store.ts'
import type { Desk } from '../../state/desk-context.ts'
import type { Checked } from './language-checker.ts'
import { openVariables } from './variables.ts'

/**
 * Whether a reply may go out, as far as the window knows; the core and the server judge again.
 * @param told the agent was warned for this very text
 */
export function mayGo(text: string, { text: of, findings, sure }: Checked, told: boolean): { held: HeldBack['why'] | null; insisted: string[] } {
  if (openVariables(text).length > 0) return { held: 'variable', insisted: [] }
  const known = sure && of === text ? findings : []
  if (known.some(({ severity }) => severity === 'block')) return { held: 'block', insisted: [] }
  const warned = known.filter(({ severity }) => severity === 'warn')
  if (warned.length > 0 && !told) return { held: 'warn', insisted: [] }
  return { held: null, insisted: [...new Set(warned.map(nameOf))] }
}

/** Sends the reply (by hand: copies it), unless it is held back: then the composer says why. */
export function trySend({ actions }: Desk, conversationId: string, checked: Checked, byHand: boolean): void {
  const { text, heldBack, pictures } = composing(conversationId)
  if (text.trim() === '' && pictures.length === 0) return
  const { held, insisted } = mayGo(text, checked, heldBack?.why === 'warn' && heldBack.text === text)
  if (held) compose(conversationId, { heldBack: { text, why: held } })
  else if (byHand) actions.copyReply(conversationId)
  else void actions.send(conversationId, insisted)
}
