import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import { Language } from '../entities/scalars.ts'
import { libraryOf } from './test-library.ts'
import { search } from './search.ts'

// What an agent types, and which scripts are meant: written by judgement over the seeded library. `want` names every script that is right.
const Query = z.object({ kind: z.string(), text: z.string(), language: Language, want: z.array(z.string()).min(1) })
const queries = z.array(Query).parse(JSON.parse(readFileSync('tests/fixtures/palette-queries.json', 'utf8')))

const NOW_MS = Date.UTC(2026, 10, 20, 4)
const seeds = allSeedScripts(NOW_MS)
const index = libraryOf(seeds)
const sight = { nowMs: NOW_MS, stage: null, scene: null, teamIds: [], channelId: null, tier: null }
const results = queries.map(query => {
  const { ids } = search(index, query.text, sight, { byId: new Map(), byStage: new Map(), language: query.language }, 3)
  return { ...query, ids, first: query.want.includes(ids[0] ?? ''), amongThree: ids.some(id => query.want.includes(id)) }
})
const share = (of: typeof results, what: 'first' | 'amongThree'): number => of.filter(one => one[what]).length / of.length
const missed = (what: 'first' | 'amongThree'): string =>
  results.filter(one => !one[what]).map(({ kind, text, want, ids }) => `${kind}: ${text} -> ${ids.join(' ')}; meant ${want.join(' ')}`).join('\n')

describe(`what ${queries.length} queries of agents bring (S1)`, () => {
  it('are enough, and of every kind', () => {
    expect(queries.length).toBeGreaterThanOrEqual(300)
    expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length)
    expect(queries.filter(({ kind }) => kind === 'polyphone' || kind === 'mixed').length).toBeGreaterThanOrEqual(60)
    for (const { want } of queries) for (const id of want) expect(seeds.map(({ code }) => code)).toContain(id)
  })
  it('is among the first three in 97 of 100', () => expect(share(results, 'amongThree'), missed('amongThree')).toBeGreaterThanOrEqual(0.97))
  it('is the first in 90 of 100', () => expect(share(results, 'first'), missed('first')).toBeGreaterThanOrEqual(0.9))
})
