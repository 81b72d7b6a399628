import i18next from 'i18next'
import type { DeskError } from '../../../protocol/desk-api.ts'
import { Problem } from '../../ui/states.tsx'
import { studioErrorText } from '../ask.ts'
import { useImport } from './import-store.ts'

const REFUSED = ['too_large', 'unreadable', 'too_much', 'faults', 'changed_meanwhile', 'already_out', 'not_found'] as const

/** What was not done with a file, in words of its own where it has some. */
export function filesErrorText(error: DeskError): string {
  const code = error.code === 'refused' ? REFUSED.find(one => one === error.detail) : undefined
  return code ? i18next.t(`files.refused.${code}`) : studioErrorText(error)
}

/** The last thing that went wrong, if there is one. */
export function FilesProblem() {
  const error = useImport(state => state.error)
  return error && <Problem text={filesErrorText(error)} />
}
