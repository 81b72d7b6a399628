import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serialize } from 'node:v8'
import { systemClock } from '../../core/edge/system-clock.ts'
import { signInOnly } from '../../core/test-support.ts'
import { replayAll } from '../../core/replay/replay.ts'
import { applyPage } from '../../db/synced/apply-page.ts'
import type { Change } from '../../db/synced/apply-page.ts'
import type { Script } from '../../domain/entities/script.ts'
import { hash64 } from '../../protocol/hash64.ts'
import { TestDesk } from '../desk/test-desk.ts'
import { figure, median, round } from './figure.ts'
import type { Figure } from './figure.ts'
import { generatedLibrary } from './palette-library.ts'
import { watchLoop } from './stall-probe.ts'
import type { Stall } from './stall-probe.ts'

const PAGE = 100

/** A supervisor's core with a library in its encrypted file, and no network after the sign-in. */
async function supervisor(dir: string, scripts: readonly Script[]): Promise<TestDesk> {
  const desk = new TestDesk(dir, signInOnly(systemClock), systemClock)
  await desk.call('session.signIn', { api: 'http://127.0.0.1:9', shop: 'yunduo', account: 'xiaoan', password: 'secret', staySignedIn: false })
  const open = desk.desk.session.desk
  if (!open) throw new Error('not signed in')
  for (let from = 0; from < scripts.length; from += PAGE) {
    const changes = scripts.slice(from, from + PAGE).map((row, n): Change => ({ op: 'put', scope: 'org', entity: 'script', id: row.id, seq: String(from + n + 1), row }))
    applyPage(open.file, { changes, cookie: 'k', epoch: 'e', lastMutationId: null, results: [], nowMs: systemClock.now() }, hash64, db => replayAll(db, open.me))
  }
  return desk
}

/** A bulk edit with the list open, and its way back: the longest that anything else of the core had to wait. */
async function bulkEdit(desk: TestDesk, scripts: readonly Script[]): Promise<Figure> {
  const measured = async (call: 'studio.bulk' | 'studio.bulkUndo', end: 'done' | 'returned'): Promise<Stall & { ms: number }> => {
    await systemClock.sleep(200)
    const stop = watchLoop()
    const startMs = performance.now()
    if (call === 'studio.bulk') await desk.call(call, { targets: scripts.map(({ id }) => ({ kind: 'script', id })), change: { what: 'addTag', tag: '大促' } })
    else await desk.call(call, {})
    await desk.until('bulk', {}, view => view?.state === end, 60_000)
    return { ms: performance.now() - startMs, ...stop() }
  }
  const done = await measured('studio.bulk', 'done')
  const back = await measured('studio.bulkUndo', 'returned')
  return figure('studio-bulk-stall', done.wallMs, 'ms', 20, 1, {
    scripts: scripts.length, ms: Math.round(done.ms), ownWorkMs: round(done.workMs), backMs: Math.round(back.ms), backStallMs: round(back.wallMs), backOwnWorkMs: round(back.workMs),
  })
}

/** What the open page of scripts costs when one of them is written: from the call until the window's value is made, and its size. */
export async function studioBench(quick: boolean): Promise<Figure[]> {
  const [size, runs] = quick ? [1_000, 5] : [10_000, 20]
  const scripts = generatedLibrary(size).map((entry): Script => ({
    ...entry, code: entry.code ?? '', stage: entry.stage ?? 'care', twinOf: null, campaign: null, pictureIds: [], ownerId: null, reviewAtMs: null, personId: null, version: 1,
    updatedAtMs: 1, tags: [...entry.tags],
  }))
  const dir = mkdtempSync(path.join(tmpdir(), 'shiftdesk-studio-bench-'))
  const desk = await supervisor(dir, scripts)
  try {
    let told: (value: unknown) => void = () => undefined
    const next = (): Promise<unknown> => new Promise(resolve => { told = resolve })
    const startMs = performance.now()
    let whole: unknown
    const end = desk.desk.subscribe('studio', { kind: 'script' }, { value: value => { whole ??= value; told(value) }, error: error => { throw new Error(error.code) } })
    const openMs = performance.now() - startMs
    const took: { ms: number; bytes: number; copyMs: number }[] = []
    for (let run = 0; run < runs; run++) {
      const script = scripts[run * 7 % size]
      if (!script) throw new Error('no script')
      const { id, version: _version, updatedAtMs: _at, pinyin: _pinyin, personId: _person, ...content } = script
      const value = next()
      const sentMs = performance.now()
      await desk.call('studio.draftPut', { draftId: `draft-${run}`, kind: 'script', targetId: id, baseVersion: 1, action: 'put', content: { ...content, body: `${content.body}${run}` } })
      const got = await value
      const ms = performance.now() - sentMs
      const copiedMs = performance.now()
      const { length: bytes } = serialize(got)
      took.push({ ms, bytes, copyMs: performance.now() - copiedMs })
      await systemClock.sleep(40)
    }
    const bulk = await bulkEdit(desk, scripts.slice(0, quick ? 200 : 2_000))
    end()
    const of = (key: keyof (typeof took)[number]): number => median(took.map(one => one[key]))
    return [figure('studio-draft-save', of('ms'), 'ms', null, runs, {
      scripts: size, bytes: of('bytes'), copyMs: round(of('copyMs')), worstMs: round(Math.max(...took.map(({ ms }) => ms))), openMs: round(openMs), openBytes: serialize(whole).length,
    }), bulk]
  } finally {
    await desk.desk.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
