import type { SystemLine } from '../../../domain/entities/conversation.ts'

type Key =
  | 'queued' | 'assigned' | 'reassigned' | 'reassignedTo' | 'closed' | 'closedPlain' | 'reopened' | 'closed_notice' | 'promise_made'
  | 'promise_made_plain' | 'promise_kept' | 'promise_cancelled' | 'blocked' | 'unblocked' | 'spam' | 'spamOff' | 'silence_closed'
  | 'customer_tick' | 'agent_tick'

/** Everything a line may name; empty where it names nothing. */
type Values = { name: string; from: string; time: string; text: string }
const nothing: Values = { name: '', from: '', time: '', text: '' }

/**
 * The words of a system line: a key of `system.…` and what stands in it.
 * @param nameOf the name of a person by id, null if unknown here
 */
export function systemWords(
  line: SystemLine, nameOf: (id: string) => string | null, time: (ms: number) => string, someone: string,
): { key: Key; with: Values } {
  const { kind, params } = line
  const text = (...names: string[]) => names.map(name => params[name]).find(value => value !== undefined && value !== '')
  const person = (...names: string[]) => {
    const value = text(...names)
    return value === undefined ? null : nameOf(String(value)) ?? null
  }
  switch (kind) {
    case 'assigned':
      return { key: 'assigned', with: { ...nothing, name: person('agentId', 'personId', 'toId', 'ownerId') ?? someone } }
    case 'reassigned': {
      const name = person('toId', 'to', 'agentId', 'personId', 'ownerId') ?? someone
      const from = person('fromId', 'from', 'beforeId')
      return from ? { key: 'reassigned', with: { ...nothing, from, name } } : { key: 'reassignedTo', with: { ...nothing, name } }
    }
    case 'closed': {
      const name = person('agentId', 'personId', 'byId')
      return name ? { key: 'closed', with: { ...nothing, name } } : { key: 'closedPlain', with: nothing }
    }
    case 'promise_made': {
      const due = Number(text('dueAtMs', 'atMs') ?? NaN)
      const said = text('text')
      const at = Number.isFinite(due) ? time(due) : ''
      return said === undefined ? { key: 'promise_made_plain', with: { ...nothing, time: at } } : { key: 'promise_made', with: { ...nothing, time: at, text: String(said) } }
    }
    case 'blocked': case 'spam': {
      const off = params['on'] === 0 || params['on'] === 'false'
      return { key: off ? (kind === 'spam' ? 'spamOff' : 'unblocked') : kind, with: nothing }
    }
    default:
      return { key: kind, with: nothing }
  }
}
