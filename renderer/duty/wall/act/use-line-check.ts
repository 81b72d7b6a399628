import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Finding } from '../../../../protocol/script-views.ts'
import { createLanguageChecker } from '../../../desk/composer/language-checker.ts'
import { useDesk } from '../../../state/desk-context.ts'

/** What is not right in a line that goes to nobody in particular (C1-C6). `busy`: not yet known of the newest text. */
export function useLineCheck(body: string): { findings: readonly Finding[]; busy: boolean } {
  const { client } = useDesk()
  const [checker] = useState(() => createLanguageChecker(client, null))
  const { findings, sure, text } = useStore(checker.state)
  useEffect(() => { checker.check(body) }, [checker, body])
  return { findings, busy: !sure || text !== body }
}
