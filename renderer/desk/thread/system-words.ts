import type { SystemLine } from '../../../domain/entities/conversation.ts'

type Key =
  | 'queued' | 'assigned' | 'reassigned' | 'reassignedTo' | 'handedBack' | 'closed' | 'closedPlain' | 'reopened' | 'closed_notice' | 'promise_made'
  | 'promise_made_plain' | 'promise_kept' | 'promise_cancelled' | 'blocked' | 'unblocked' | 'spam' | 'spamOff' | 'silence_closed'
  | 'customer_tick' | 'agent_tick' | 'transfer_offered' | 'transfer_offered_group' | 'transfer_returned' | 'transferred' | 'handed_over' | 'taken_over' | 'watched'

/** Everything a line may name; empty where it names nothing. */
type Values = { name: string; from: string; time: string; text: string }
const nothing: Values = { name: '', from: '', time: '', text: '' }

/**
 * The words of a system line: a key of `system.…` and what stands in it.
 * @param nameOf the name of a person by id, null if unknown here
 * @param promiseText what was promised, by the promise's id
 */
export function systemWords(
  line: SystemLine, nameOf: (id: string) => string | null, promiseText: (id: string) => string | null, time: (ms: number) => string, someone: string,
): { key: Key; with: Values } {
  const { kind, params } = line
  const text = (...names: string[]) => names.map(name => params[name]).find(value => value !== undefined && value !== '')
  const person = (...names: string[]) => {
    const value = text(...names)
    return value === undefined ? null : nameOf(String(value)) ?? null
  }
  switch (kind) {
    case 'assigned':
      return { key: 'assigned', with: { ...nothing, name: person('personId') ?? someone } }
    case 'reassigned': {
      // Without a receiver the system took it back into the queue (H5, H6).
      const to = text('toId', 'personId')
      const from = person('fromId')
      if (to === undefined) return { key: 'handedBack', with: { ...nothing, from: from ?? someone } }
      const name = nameOf(String(to)) ?? someone
      return from ? { key: 'reassigned', with: { ...nothing, from, name } } : { key: 'reassignedTo', with: { ...nothing, name } }
    }
    case 'transfer_offered': {
      const to = person('toId')
      const from = person('fromId') ?? someone
      return to === null ? { key: 'transfer_offered_group', with: { ...nothing, from } } : { key: kind, with: { ...nothing, from, name: to } }
    }
    case 'transferred': case 'handed_over':
      return { key: kind, with: { ...nothing, from: person('fromId') ?? someone, name: person('toId', 'personId') ?? someone } }
    case 'transfer_returned':
      return { key: kind, with: { ...nothing, name: person('fromId', 'personId') ?? someone } }
    case 'taken_over': case 'watched':
      return { key: kind, with: { ...nothing, name: person('personId', 'toId') ?? someone } }
    case 'closed': {
      const name = person('personId')
      return name ? { key: 'closed', with: { ...nothing, name } } : { key: 'closedPlain', with: nothing }
    }
    case 'promise_made': {
      const due = Number(text('dueAtMs') ?? NaN)
      const said = promiseText(String(text('promiseId') ?? ''))
      const at = Number.isFinite(due) ? time(due) : ''
      return said === null || said === '' ? { key: 'promise_made_plain', with: { ...nothing, time: at } } : { key: 'promise_made', with: { ...nothing, time: at, text: said } }
    }
    case 'blocked': case 'spam': {
      const off = params['on'] === 0 || params['on'] === 'false'
      return { key: off ? (kind === 'spam' ? 'spamOff' : 'unblocked') : kind, with: nothing }
    }
    default:
      return { key: kind, with: nothing }
  }
}
