import type { Candidate } from '../routing/route.ts'
import type { Language } from '../entities/scalars.ts'
import { dutyOf } from '../presence/presence.ts'

/** For whom a receiver is looked for. */
export type TransferWish = {
  ownerId: string
  teamId: string
  skill: string | null
  language: Language
  /** Owners of the customer's other open conversations (M7). */
  otherOwnerIds: readonly string[]
  /** Who answered this customer before. */
  knownIds: readonly string[]
  /** M4: who eats later, when somebody goes to the meal; else empty. */
  nextBatchIds: readonly string[]
  /** L3: the team's figure busyDeskCount. */
  busyDeskCount: number
}

export type RankedCandidate = {
  personId: string
  /** What speaks against them; null = may have it. */
  refused: 'M5' | 'M7' | 'full' | 'skill' | 'language' | null
  why: 'next_batch' | 'known' | 'free' | 'none'
}

const WHY_ORDER = ['next_batch', 'known', 'free', 'none'] as const

/**
 * M4, M5, M7, L2, L3: the colleagues of a team a conversation could go to. Who may have it comes first: the next batch, then who knows the
 * case, then the others by how full they are; then those who may not, with what speaks against them. A skill or language that nobody of the team
 * has holds nobody up. The same input gives the same order.
 */
export function rankCandidates(wish: TransferWish, people: readonly Candidate[]): RankedCandidate[] {
  const team = people.filter(({ active, teamIds }) => active && teamIds.includes(wish.teamId))
  const { skill, language } = wish
  const skillCounts = skill !== null && team.some(({ skills }) => skills.includes(skill))
  const languageCounts = team.some(({ languages }) => languages.includes(language))
  const refusal = (person: Candidate): RankedCandidate['refused'] => {
    if (!dutyOf(person).mayReceiveTransfer) return 'M5'
    if (wish.otherOwnerIds.some((id) => id !== wish.ownerId && id !== person.personId)) return 'M7'
    if (skillCounts && !person.skills.includes(skill)) return 'skill'
    if (languageCounts && !person.languages.includes(language)) return 'language'
    return person.load >= Math.min(person.limit, wish.busyDeskCount) ? 'full' : null
  }
  return team
    .filter(({ personId }) => personId !== wish.ownerId)
    .map((person) => {
      const refused = refusal(person)
      return { person, refused, why: refused === null ? whyOf(wish, person) : 'none' as const }
    })
    .sort((a, b) =>
      WHY_ORDER.indexOf(a.why) - WHY_ORDER.indexOf(b.why) ||
      share(a.person) - share(b.person) ||
      a.person.load - b.person.load ||
      (a.person.personId < b.person.personId ? -1 : 1))
    .map(({ person: { personId }, refused, why }) => ({ personId, refused, why }))
}

function whyOf({ nextBatchIds, knownIds }: TransferWish, { personId }: Candidate): 'next_batch' | 'known' | 'free' {
  if (nextBatchIds.includes(personId)) return 'next_batch'
  return knownIds.includes(personId) ? 'known' : 'free'
}

const share = ({ load, limit }: Candidate): number => limit > 0 ? load / limit : Infinity
