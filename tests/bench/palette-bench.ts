import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { PaletteEntry } from '../../domain/palette/entry.ts'
import { isHan } from '../../domain/palette/fold.ts'
import { marksOf } from '../../domain/palette/marks.ts'
import { PaletteIndex, type Sight } from '../../domain/palette/palette-index.ts'
import { pinyinOf } from '../../domain/palette/pinyin.ts'
import type { Bonus } from '../../domain/palette/ranking.ts'
import { search } from '../../domain/palette/search.ts'
import { figure, median, percentile, round, type Figure } from './figure.ts'
import { generatedLibrary, generatedQueries } from './palette-library.ts'

const SIGHT: Sight = { nowMs: 0, stage: null, scene: null, teamIds: [], channelId: null, tier: null }
const BONUS: Bonus = { byId: new Map(), byStage: new Map(), language: 'zh' }
const SHOWN = 20
const MB = 1_048_576
type Times = { name: string; ms: number[] }

/** S1: what one key press costs the core, beside a plain scan and three libraries over the same scripts. */
export async function palette(quick: boolean): Promise<Figure[]> {
  pinyinOf('预热')
  const library = generatedLibrary(10_000)
  const large = generatedLibrary(quick ? 20_000 : 50_000)
  const queries = generatedQueries(library, quick ? 280 : 1_400)
  const figures = [...buildFigures(library, quick ? 3 : 9)]
  const index = new PaletteIndex()
  index.put(library)
  const scan = plainScan(library)
  // In turn, so that what else the machine does falls on both.
  const ours: Times = { name: 'palette', ms: [] }
  const plain: Times = { name: 'plain', ms: [] }
  for (const query of [...queries.slice(0, 140), ...queries]) {
    time(ours, () => answer(index, query))
    time(plain, () => scan(query))
  }
  ours.ms.splice(0, 140)
  plain.ms.splice(0, 140)
  const lost = queries.filter(query => {
    const found = new Set(search(index, query, SIGHT, BONUS, library.length).ids)
    return scan(query, library.length).some(id => !found.has(id))
  })
  const rivals = rivalTimes(library, queries.slice(0, quick ? 28 : 84))
  const mean = (times: Times): number => times.ms.reduce((sum, ms) => sum + ms, 0) / times.ms.length
  figures.push(figure('palette-10k', percentile(ours.ms, 0.99), 'ms', 3, ours.ms.length, {
    median: round(median(ours.ms)), most: round(Math.max(...ours.ms)), plainP99: round(percentile(plain.ms, 0.99)), plainMedian: round(median(plain.ms)),
  }))
  figures.push(figure('palette-to-plain-scan', mean(ours) / mean(plain), 'ratio', 4, ours.ms.length, { palette: round(mean(ours)), plain: round(mean(plain)) }))
  figures.push(figure('palette-lost', lost.length, 'queries', 0, queries.length, { which: lost.slice(0, 5).join(' · ') }))
  for (const rival of rivals.filter(({ name }) => name !== 'palette')) {
    const own = rivals.find(({ name }) => name === 'palette') as Times
    const times = mean(rival) / mean(own)
    const made = figure(`palette-beside-${rival.name}`, times, 'times slower', rival.name === 'fuse' ? 30 : null, rival.ms.length, {
      p99: round(percentile(rival.ms, 0.99)), mean: round(mean(rival)), buildMs: round(rival.buildMs), heapMb: round(rival.heapMb), foundOf: rival.found,
    })
    figures.push(rival.name === 'fuse' ? { ...made, ok: times >= 30 } : made)
  }
  const most = new PaletteIndex()
  most.put(large)
  const larger: Times = { name: 'large', ms: [] }
  const largeQueries = generatedQueries(large, quick ? 140 : 1_400)
  for (const query of [...largeQueries.slice(0, 70), ...largeQueries]) time(larger, () => answer(most, query))
  larger.ms.splice(0, 70)
  figures.push(figure(`palette-${large.length / 1_000}k`, percentile(larger.ms, 0.99), 'ms', 14, larger.ms.length, {
    median: round(median(larger.ms)), most: round(Math.max(...larger.ms)),
  }))
  return figures
}

function answer(index: PaletteIndex, query: string): number {
  const found = search(index, query, SIGHT, BONUS, SHOWN)
  for (const id of found.ids) {
    const entry = index.entry(id)
    if (entry) marksOf(entry, found.words)
  }
  return found.total
}

function time(times: Times, work: () => unknown): void {
  const from = performance.now()
  work()
  times.ms.push(performance.now() - from)
}

/** Build with stored pinyin, and what it holds in memory. */
function buildFigures(library: readonly PaletteEntry[], runs: number): Figure[] {
  const first: Times = { name: 'first', ms: [] }
  const builds: Times = { name: 'build', ms: [] }
  time(first, () => new PaletteIndex().put(library))
  for (let i = 0; i < runs; i++) time(builds, () => new PaletteIndex().put(library))
  const before = held()
  const index = new PaletteIndex()
  index.put(library)
  search(index, 'tk', SIGHT, BONUS, SHOWN)
  search(index, 'refnud', SIGHT, BONUS, SHOWN)
  const mb = (held() - before) / MB
  return [
    figure('palette-build', first.ms[0] ?? Number.NaN, 'ms', 150, 1, { warmMedian: round(median(builds.ms)), scripts: index.size }),
    figure('palette-memory', mb, 'MB', 15, 1, { scripts: index.size }),
  ]
}

/** Bytes that are still held after two collections. */
function held(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The plainest search there is: every field by `includes`. */
function plainScan(library: readonly PaletteEntry[]): (query: string, most?: number) => string[] {
  const rows = library.map(({ id, title, body, tags, code }) => ({ id, title, body, tags: tags.join(' '), code: code ?? '' }))
  return (query, most = SHOWN) => rows.filter(({ title, body, tags, code }) => title.includes(query) || body.includes(query) || tags.includes(query) || code.includes(query))
    .slice(0, most).map(({ id }) => id)
}

type Rival = Times & { buildMs: number; heapMb: number; found: string }

/** Pairs of Chinese characters, single ones, and Latin words. */
function tokens(text: string): string[] {
  const found: string[] = []
  const small = text.toLowerCase()
  for (let i = 0; i < small.length; i++) {
    if (!isHan(small.charCodeAt(i))) continue
    found.push(small.charAt(i))
    if (i + 1 < small.length && isHan(small.charCodeAt(i + 1))) found.push(small.slice(i, i + 2))
  }
  return [...found, ...small.match(/[a-z0-9]+/g) ?? []]
}

function rivalTimes(library: readonly PaletteEntry[], queries: readonly string[]): Rival[] {
  const rows = library.map(({ id, title, body, tags, code }) => ({ id, title, body, tags: tags.join(' '), code: code ?? '' }))
  const fields = ['title', 'body', 'tags', 'code']
  return [
    rival('palette', queries, () => {
      const index = new PaletteIndex()
      index.put(library)
      return query => answer(index, query)
    }),
    rival('fuse', queries, () => {
      const fuse = new Fuse(rows, { keys: fields, ignoreLocation: true, threshold: 0.3 })
      return query => fuse.search(query, { limit: SHOWN }).length
    }),
    rival('minisearch', queries, () => {
      const mini = new MiniSearch({ fields, tokenize: tokens, searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' } })
      mini.addAll(rows)
      return query => mini.search(query).length
    }),
    rival('flexsearch', queries, () => {
      const flex = new FlexSearch.Index({ tokenize: 'forward', encode: tokens })
      for (const [i, row] of rows.entries()) flex.add(i, `${row.title} ${row.body} ${row.tags} ${row.code}`)
      return query => flex.search(query, SHOWN).length
    }),
  ]
}

function rival(name: string, queries: readonly string[], build: () => (query: string) => number): Rival {
  const before = held()
  const from = performance.now()
  const run = build()
  const buildMs = performance.now() - from
  const heapMb = (held() - before) / MB
  const times: Times = { name, ms: [] }
  for (const query of queries.slice(0, 14)) run(query)
  let found = 0
  for (const query of queries) time(times, () => { if (run(query) > 0) found++ })
  return { ...times, buildMs, heapMb, found: `${found} of ${queries.length}` }
}
