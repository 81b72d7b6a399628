import { systemLines } from '../../db/messages.ts'
import type { ReadDb } from '../../db/handle.ts'
import type { Conversation, SystemLine } from '../../domain/entities/conversation.ts'
import type { ThreadView } from '../../protocol/views.ts'

type Holder = ThreadView['holders'][number]
type Kind = SystemLine['kind']

const MOVES = new Set<Kind>(['assigned', 'reassigned', 'transferred', 'handed_over', 'taken_over', 'transfer_offered'])
const ENDS = new Set<Kind>(['queued', 'closed', 'silence_closed'])

/**
 * Who had a conversation and how long, oldest first (M6): read from the program's lines of its thread, and from the conversation itself
 * for who has it now.
 */
export function holdersOf(db: ReadDb, { id, ownerId, state, assignedAtMs, startedAtMs }: Conversation, names: ReadonlyMap<string, string>): Holder[] {
  const holders: Holder[] = []
  const end = (atMs: number): void => {
    const last = holders.at(-1)
    if (last && last.toMs === null) last.toMs = atMs
  }
  const begin = (personId: string, atMs: number): void => {
    const last = holders.at(-1)
    if (last?.personId === personId && last.toMs === null) return
    end(atMs)
    holders.push({ personId, name: names.get(personId) ?? null, fromMs: atMs, toMs: null })
  }
  for (const { system, acceptedAtMs } of systemLines(db, id)) {
    if (!system) continue
    const last = holders.at(-1)
    if (system.kind === 'reopened' && last?.personId) begin(last.personId, acceptedAtMs)
    if (ENDS.has(system.kind)) end(acceptedAtMs)
    if (!MOVES.has(system.kind)) continue
    const personId = receiverOf(system)
    // Offered to a colleague it is still the sender's; to a queue it goes at once.
    if (system.kind === 'transfer_offered' && personId !== null) continue
    if (personId === null) end(acceptedAtMs)
    else begin(personId, acceptedAtMs)
  }
  if (state === 'open' && ownerId !== null) begin(ownerId, assignedAtMs ?? startedAtMs)
  return holders
}

function receiverOf({ params }: SystemLine): string | null {
  const id = params['toId'] ?? params['personId']
  return typeof id === 'string' && id !== '' ? id : null
}
