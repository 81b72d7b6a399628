import { expect, test } from 'vitest'
import { planAlert } from './alert-plan.ts'

const alert = { count: 2, missed: 0, conversationId: 'c1', customerName: 'Chen', dueAtMs: 1, level: 1 }
const away = { alert, quiet: false, focused: false }

test.each([
  ['a first alert is shown and flashes', away, null, 'a', 'show', true],
  ['the same words stay', away, { level: 1, text: 'a' }, 'a', 'keep', false],
  ['other words replace it without a flash', away, { level: 1, text: 'b' }, 'a', 'show', false],
  ['an escalation is shown again', { ...away, alert: { ...alert, level: 2 } }, { level: 1, text: 'a' }, 'a', 'show', true],
  ['it goes away when nothing is due', { ...away, alert: null }, { level: 1, text: 'a' }, '', 'close', false],
  ['it goes away when the agent looks', { ...away, focused: true }, { level: 1, text: 'a' }, 'a', 'close', false],
  ['quiet mode shows nothing', { ...away, quiet: true }, null, 'a', 'keep', false],
] as const)('%s', (_name, state, shown, text, notice, flash) => {
  expect(planAlert(state, shown, text)).toEqual({ notice, flash })
})
