import type { Tier } from '../entities/customer.ts'
import type { PresenceState, Seniority } from '../entities/people.ts'
import type { Language } from '../entities/scalars.ts'
import { dutyOf } from '../presence/presence.ts'

/** What a waiting conversation asks for. */
export interface RouteRequest {
  teamId: string
  skill: string | null
  language: Language
  tier: Tier
  /** The agent who knows the case, when the customer comes back within the team's returning hours; else null. */
  knownAgentId: string | null
  /** H6: who took over from the agent who knows the case and is off duty; null or left out = nobody. */
  counterpartId?: string | null
}

/** A person who takes conversations, as they stand now. */
export interface Candidate {
  personId: string
  active: boolean
  state: PresenceState
  reachable: boolean
  /** Open conversations held now. */
  load: number
  limit: number
  seniority: Seniority
  teamIds: string[]
  skills: string[]
  languages: Language[]
  /** Epoch milliseconds of the last assignment; null = none yet. */
  lastAssignedAtMs: number | null
}

export type Route =
  | { agentId: string; reason: 'returning' | 'counterpart' | 'fitting' }
  /** Why it waits, from the first thing that is missing. */
  | { agentId: null; reason: 'nobody_in_team' | 'nobody_skilled' | 'nobody_speaks' | 'nobody_online' | 'all_full' }

/** M5: in the shop still, and their presence takes new customers. */
export function takesCustomers(candidate: Candidate): boolean {
  return candidate.active && dutyOf(candidate).takesNew
}

const SENIORITY: Record<Seniority, number> = { senior: 0, junior: 1, trainee: 2 }

/** P2: gold to the most senior; silver not to a trainee while others are there; normal to anybody. */
function rank(tier: Tier, seniority: Seniority): number {
  if (tier === 'gold') return SENIORITY[seniority]
  return tier === 'silver' && seniority === 'trainee' ? 1 : 0
}

const text = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0

/**
 * L2, P2, M5, H6: the agent for a conversation. Team, skill and language must fit (a skill or language that nobody of the
 * team has holds nobody up); then online and reachable; then room below the limit; the agent who knows the case goes
 * before all others, then the one who took over from them; then seniority by tier, the smaller part of the limit in use, the longest without a new customer,
 * and the id, so that the same input gives the same answer.
 */
export function chooseAgent(request: RouteRequest, candidates: readonly Candidate[]): Route {
  const team = candidates.filter(candidate => candidate.active && candidate.teamIds.includes(request.teamId))
  if (team.length === 0) return { agentId: null, reason: 'nobody_in_team' }
  const free = (personId: string | null | undefined) =>
    team.find(candidate => candidate.personId === personId && takesCustomers(candidate) && candidate.load < candidate.limit)
  const known = free(request.knownAgentId)
  if (known) return { agentId: known.personId, reason: 'returning' }
  const counterpart = free(request.counterpartId)
  if (counterpart) return { agentId: counterpart.personId, reason: 'counterpart' }

  const skill = request.skill
  const skillCounts = skill !== null && team.some(candidate => candidate.skills.includes(skill))
  const skilled = skillCounts ? team.filter(candidate => candidate.skills.includes(skill)) : team
  const languageCounts = team.some(candidate => candidate.languages.includes(request.language))
  const speaking = languageCounts ? skilled.filter(candidate => candidate.languages.includes(request.language)) : skilled
  if (speaking.length === 0) return { agentId: null, reason: 'nobody_speaks' }
  const online = speaking.filter(takesCustomers)
  if (online.length === 0) {
    const elsewhere = team.some(takesCustomers)
    return { agentId: null, reason: !elsewhere ? 'nobody_online' : skilled.some(takesCustomers) ? 'nobody_speaks' : 'nobody_skilled' }
  }
  const [best] = online
    .filter(candidate => candidate.load < candidate.limit)
    .sort((a, b) =>
      rank(request.tier, a.seniority) - rank(request.tier, b.seniority) ||
      a.load / a.limit - b.load / b.limit ||
      a.load - b.load ||
      (a.lastAssignedAtMs ?? 0) - (b.lastAssignedAtMs ?? 0) ||
      text(a.personId, b.personId))
  return best ? { agentId: best.personId, reason: 'fitting' } : { agentId: null, reason: 'all_full' }
}

/** A place in the queue. */
export interface Waiting {
  id: string
  priority: number
  tier: Tier
  /** Epoch milliseconds. */
  queuedAtMs: number
  /** The team's `queueAgingSec`. */
  agingSec: number
}

const TIER: Record<Tier, number> = { gold: 0, silver: 1, normal: 2 }

/** K19: the after-sale lane goes before all tiers, so it is worth as many steps as there are tiers. */
const LANE_STEPS = 3

/** Milliseconds: when a gold after-sale case would have come to stand at this place. */
function standsAtMs({ priority, tier, queuedAtMs, agingSec }: Waiting): number {
  return queuedAtMs + (TIER[tier] + (priority > 0 ? 0 : LANE_STEPS)) * agingSec * 1_000
}

/**
 * K19, P2: the after-sale lane first, then the tier, then first come first served; but each `agingSec` of waiting counts like
 * one tier, so that nobody waits for ever: at most (tiers + lane) × agingSec later comers go before. Needs no clock, since all
 * age alike; the id parts equals.
 */
export function compareQueue(a: Waiting, b: Waiting): number {
  return standsAtMs(a) - standsAtMs(b) || a.queuedAtMs - b.queuedAtMs || text(a.id, b.id)
}
