import type { Knowledge } from '../entities/script.ts'
import type { Tier } from '../entities/customer.ts'
import { coreOfQuestion } from './core-of-question.ts'

type Entry = Pick<Knowledge, 'id' | 'question' | 'solution' | 'autoAnswer' | 'validFromMs' | 'validToMs' | 'audience'>
/** In which conversation is asked, and when. */
export type Asked = { text: string; teamId: string; channelId: string; tier: Tier; atMs: number }

/** Questions that may be answered by themselves, by their cores. */
export type FaqIndex = { find(asked: Asked): string | null }

/** So short a core (退, 码) says too little to be sure of. */
const SHORTEST = 2

/**
 * Sure matches only: the customer asks exactly what the entry asks, in one of its wordings, and no second entry in force claims the
 * same. Everything else is left to a person: never wrongly rather than often. An entry whose solution has a variable in it is never
 * said, since nobody fills it. (S7)
 * @param entries all knowledge of the shop @returns the id of the entry to answer with, null = a person answers
 */
export function faqIndex(entries: readonly Entry[]): FaqIndex {
  const byCore = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (!entry.autoAnswer.on || entry.solution.includes('{{')) continue
    for (const core of new Set([entry.question, ...entry.autoAnswer.phrases].map(coreOfQuestion))) {
      if (core === null || core.length < SHORTEST) continue
      byCore.set(core, [...byCore.get(core) ?? [], entry])
    }
  }
  return {
    find(asked) {
      const core = coreOfQuestion(asked.text)
      const claimed = core === null ? [] : (byCore.get(core) ?? []).filter(entry => isFor(entry, asked))
      return claimed.length === 1 ? claimed[0]?.id ?? null : null
    },
  }
}

function isFor({ validFromMs, validToMs, audience: { teamIds, channelIds, tiers } }: Entry, { teamId, channelId, tier, atMs }: Asked): boolean {
  const among = <T>(list: readonly T[], one: T): boolean => list.length === 0 || list.includes(one)
  return (validFromMs === null || validFromMs <= atMs) && (validToMs === null || atMs < validToMs) &&
    among(teamIds, teamId) && among(channelIds, channelId) && among(tiers, tier)
}
