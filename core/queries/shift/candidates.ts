import { ofCustomer, openCounts } from '../../../db/conversations.ts'
import { allPeople, allPresence } from '../../../db/roster.ts'
import { readRow } from '../../../db/synced/rows.ts'
import type { Conversation } from '../../../domain/entities/conversation.ts'
import type { Presence } from '../../../domain/entities/people.ts'
import { figureOf } from '../../../domain/figures/figures.ts'
import { isFresh } from '../../../domain/leaving/gate.ts'
import { mealOf } from '../../../domain/roster/shift-times.ts'
import type { Candidate } from '../../../domain/routing/route.ts'
import { rankCandidates } from '../../../domain/transfer/candidates.ts'
import { hadEnoughAgents } from '../../../domain/transfer/rules.ts'
import type { TransferCandidate } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'
import { myDay } from './day.ts'

const PAST = 20

/** Colleagues as far as this desk knows them. Their load is what is here of it: the server counts anew when it decides. */
export type Colleagues = { people: (Candidate & { name: string; presence: Presence | null })[]; nextBatchIds: string[] }

/** @returns everybody of the agent's teams, and who eats later than the agent (M4) */
export function colleaguesOf(context: QueryContext): Colleagues {
  const { db, nowMs } = context
  const presence = new Map(allPresence(db).map(row => [row.id, row]))
  const loads = openCounts(db)
  const { mealPlans, personId } = myDay(context)
  const mine = mealOf(mealPlans, personId, nowMs)
  const later = mealPlans.find(({ meal, batches }) => mine !== null && meal === mine.meal && batches.some(batch => batch.fromMs === mine.fromMs))
  return {
    people: allPeople(db).filter(({ active }) => active).map(person => {
      const known = presence.get(person.id) ?? null
      return {
        personId: person.id, name: person.name, active: person.active, teamIds: person.teamIds, skills: person.skills, languages: person.languages,
        seniority: person.seniority, state: known?.state ?? 'off_duty', reachable: known?.reachable ?? false, load: loads.get(person.id) ?? 0,
        limit: person.conversationLimit, lastAssignedAtMs: null, presence: known,
      }
    }),
    nextBatchIds: later?.batches.filter(({ fromMs }) => mine !== null && fromMs > mine.fromMs).flatMap(({ personIds }) => personIds) ?? [],
  }
}

/** @returns whom a conversation could go to, best first, and what speaks against each (M4-M7, L2, L3) */
export function candidatesFor({ db }: QueryContext, conversation: Conversation, { people, nextBatchIds }: Colleagues): TransferCandidate[] {
  const { id, customerId, ownerId, teamId, skill, language } = conversation
  const others = ofCustomer(db, customerId, PAST).filter(one => one.id !== id)
  const owners = (found: Conversation[]): string[] => found.flatMap(one => one.ownerId ?? [])
  const byId = new Map(people.map(person => [person.personId, person]))
  return rankCandidates({
    ownerId: ownerId ?? '', teamId, skill, language, nextBatchIds, otherOwnerIds: owners(others.filter(({ state }) => state === 'open')),
    knownIds: owners(others), busyDeskCount: figureOf(readRow(db, 'figures', teamId), 'busyDeskCount'),
  }, people).flatMap(({ personId, refused, why }) => {
    const person = byId.get(personId)
    return person ? [{ personId, name: person.name, state: person.state, reachable: person.reachable, load: person.load, limit: person.limit, refused, why }] : []
  })
}

/** @returns the rule that forbids a transfer by choice (M6), or that asks a reason for it (M4); null = it may go freely */
export function transferRuleOf({ db, me }: QueryContext, { transferredFrom, teamId, timers }: Conversation): 'M4' | 'M6' | null {
  const transferAgents = figureOf(readRow(db, 'figures', teamId), 'transferAgents')
  if (hadEnoughAgents({ transferredFrom, ownerId: me.personId, transferAgents })) return 'M6'
  return isFresh(timers) ? null : 'M4'
}
