import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Finding } from '../../../protocol/script-views.ts'
import type { DeskClient } from '../../bridge/client.ts'
import { moveMarks } from '../../state/inserted.ts'

export type Checked = {
  /** The text that `findings` are about. */
  text: string
  findings: Finding[]
  /** Nothing is on its way: the findings are those of `text` as the core sees it. */
  sure: boolean
}

/** Looks at what is written, behind the typing: at most one question is on its way, and the newest text is always asked last. */
export type LanguageChecker = { state: StoreApi<Checked>; check(text: string): void }

export function createLanguageChecker(client: Pick<DeskClient, 'call'>, conversationId: string | null): LanguageChecker {
  const state = createStore<Checked>()(() => ({ text: '', findings: [], sure: true }))
  let asking = false

  async function ask(): Promise<void> {
    asking = true
    for (let text = ''; (text = state.getState().text) !== '' && !state.getState().sure;) {
      const answer = await client.call('language.check', { conversationId, body: text })
      const findings = answer.ok ? answer.value : []
      // Where it could not be asked, the core has the last word when it is sent.
      state.setState(now => now.text === text ? { findings, sure: true } : { findings: moveMarks(findings, text, now.text) })
    }
    asking = false
  }

  return {
    state,
    check(text) {
      const now = state.getState()
      if (text === now.text) return
      state.setState({ text, findings: moveMarks(now.findings, now.text, text), sure: text.trim() === '' })
      if (!asking) void ask()
    },
  }
}

/** The finding to speak of: the one the caret is at, else the first that stops the message, else the first. */
export function findingAt(findings: readonly Finding[], caret: number): Finding | null {
  return findings.find(({ span: [from, to] }) => from <= caret && caret <= to) ?? findings.find(({ severity }) => severity === 'block') ?? findings[0] ?? null
}
