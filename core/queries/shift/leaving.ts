import { openOf } from '../../../db/conversations.ts'
import { readDecisions } from '../../../db/local/leaving.ts'
import { offeredTransfers } from '../../../db/transfers.ts'
import type { Conversation } from '../../../domain/entities/conversation.ts'
import { gateBlocks, kindOf, type GateBlock, type LeavingDecision } from '../../../domain/leaving/gate.ts'
import { counterparts } from '../../../domain/roster/counterparts.ts'
import { endOfWork } from '../../../domain/roster/shift-times.ts'
import type { QueryArgs } from '../../../protocol/desk-api.ts'
import type { LeavingItem, LeavingView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'
import { byNearestDue, conversationRows } from '../conversations.ts'
import { candidatesFor, colleaguesOf, transferRuleOf, type Colleagues } from './candidates.ts'
import { myDay, teamShifts, type MyDay } from './day.ts'
import { noteFor, openPromises } from './note.ts'

type Kind = QueryArgs<'leaving'>['kind']
type Decided = { conversation: Conversation; decision: LeavingDecision | null }

const CANDIDATES = 5
const COUNTERPARTS = 15

/** @returns the agent's open conversations and what was decided about each; an offered transfer is a decision (M4) */
function decidedOf({ db, me }: Pick<QueryContext, 'db' | 'me'>): Decided[] {
  const decisions = readDecisions(db)
  const offered = new Set(offeredTransfers(db).filter(({ fromPersonId }) => fromPersonId === me.personId).map(({ conversationId }) => conversationId))
  return openOf(db, me.personId).map(conversation => ({
    conversation, decision: offered.has(conversation.id) ? 'transfer' : decisions.get(conversation.id) ?? null,
  }))
}

/** @returns what shuts the gate to meal and seat break (M4, M10); empty = it is open */
export function gateNow(context: Pick<QueryContext, 'db' | 'me'>): GateBlock[] {
  return gateBlocks(decidedOf(context))
}

/** @returns the panel before leaving: what is open, by due time, what may become of each, and who takes over (M3, M4, M10, H1, H2) */
export function leavingView(context: QueryContext, kind: Kind): LeavingView {
  const decided = decidedOf(context)
  const byId = new Map(decided.map(one => [one.conversation.id, one]))
  const colleagues = colleaguesOf(context)
  const day = myDay(context)
  const items = conversationRows(context, decided.map(({ conversation }) => conversation)).sort(byNearestDue).flatMap((row): LeavingItem[] => {
    const one = byId.get(row.id)
    return one ? [itemOf(context, row, one, colleagues, day.timeZone)] : []
  })
  return { items, blocks: gateBlocks(decided), counterparts: kind === 'shift_end' || kind === 'meeting' ? counterpartsOf(context, kind, colleagues, day) : [] }
}

function itemOf(
  context: QueryContext, row: LeavingItem['row'], { conversation, decision }: Decided, colleagues: Colleagues, timeZone: string,
): LeavingItem {
  const transferRule = transferRuleOf(context, conversation)
  const kind = kindOf(conversation)
  // Only where somebody is needed: forty rows with all colleagues each would be much to send for nothing.
  const wanted = transferRule !== 'M6' && kind !== 'companion' && decision === null
  return {
    row, kind, decision, transferRule, candidates: wanted ? candidatesFor(context, conversation, colleagues).slice(0, CANDIDATES) : [],
    proposedNote: noteFor(context, conversation.id, timeZone),
    promises: openPromises(context, conversation.id).map(({ id, text, dueAtMs }) => ({ id, text, dueAtMs })),
  }
}

/** H2: whom the list could go to. At a meeting colleagues take over when it begins, else when the work ends. */
function counterpartsOf(context: QueryContext, kind: Kind, { people }: Colleagues, { personId, date, nowMs }: MyDay): LeavingView['counterparts'] {
  const shifts = teamShifts(context, date)
  const leavesAtMs = (kind === 'shift_end' ? endOfWork(shifts, personId, nowMs) : null) ?? nowMs
  const byId = new Map(people.map(person => [person.personId, person]))
  return counterparts({ shifts, people, personId, leavesAtMs }).slice(0, COUNTERPARTS).flatMap(({ personId: id, shiftFromMs }) => {
    const person = byId.get(id)
    return person ? [{ personId: id, name: person.name, state: person.state, shiftFromMs }] : []
  })
}
