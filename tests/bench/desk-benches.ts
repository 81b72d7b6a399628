import { readFileSync } from 'node:fs'
import { systemClock } from '../../api/edge/clock.ts'
import { systemIds } from '../../api/edge/ids.ts'
import { EVERYBODY } from '../../domain/entities/script.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import { figure, median, percentile, round } from './figure.ts'
import type { Figure } from './figure.ts'
import type { House } from './house.ts'
import type { LightDesk } from './light-desk.ts'
import { makeDesks } from './make-desks.ts'
import { PASSWORD, SHOP } from './shop.ts'

const AT_ONCE = 3
const SETTLE_MS = 20_000
const STORM_MS = 30_000

/** Runs `work` over all items, a few at a time. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T, n: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < items.length) {
      const n = next++
      await work(items[n] as T, n)
    }
  }))
}

/** A supervisor who publishes by the same routes as the studio. */
class Supervisor {
  readonly #api: string
  #token = ''
  #deviceId = ''
  #epoch = ''
  #mutation = 0

  constructor(api: string) {
    this.#api = api
  }

  async signIn(): Promise<void> {
    const session = await this.#post('/v1/auth/sign-in', { shop: SHOP, account: 'zhuguan', password: PASSWORD, deviceId: null, deviceName: 'bench' }) as
      { accessToken: string; deviceId: string; epoch: string }
    this.#token = session.accessToken
    this.#deviceId = session.deviceId
    this.#epoch = session.epoch
    await this.ask('settings.write', { reviewRequired: false })
  }

  async ask<N extends StudioAsk>(name: N, body: StudioInput<N>): Promise<StudioOutput<N>> {
    return await this.#post(`/v1/studio/${name}`, body) as StudioOutput<N>
  }

  /** One changed script with a note. @returns the release's id, and when the request was sent (wall, ms) */
  async publish(n: number): Promise<{ id: string; sentAtMs: number; tookMs: number }> {
    const draftId = systemIds.next()
    await this.#post('/v1/sync/push', {
      deviceId: this.#deviceId, epoch: this.#epoch, schema: 1, mutations: [{
        id: ++this.#mutation, key: `bench-${this.#deviceId.slice(-12)}-${this.#mutation}`, name: 'studio.draft_put', atMs: systemClock.now(), args: {
          draftId, kind: 'script', targetId: systemIds.next(), baseVersion: 0, action: 'put', content: {
            code: `bench${n}`, stage: 'care', scene: null, title: `测试话术${n}`, body: `您好，这是第${n}次发布的话术，请稍等`, language: 'zh', tags: [], twinOf: null,
            validFromMs: null, validToMs: null, campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null,
          },
        },
      }],
    })
    const id = systemIds.next()
    const sentAtMs = systemClock.now()
    const out = await this.ask('release.publish', { id, title: `第${n}次发布`, note: '', mustRead: false, teamIds: [], draftIds: [draftId], publishAtMs: null })
    if (out.outcome !== 'released') throw new Error(`release: ${out.outcome}`)
    return { id, sentAtMs, tookMs: systemClock.now() - sentAtMs }
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(this.#api + path, {
      method: 'POST', headers: { 'content-type': 'application/json', ...this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` } },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}

/** Processor time of a process so far, ms: what a busy machine cannot add to. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Waits until every desk has its receipt. @returns per desk when (wall, ms) */
async function receipts({ sql, tenant }: House, releaseId: string, n: number, withinMs: number): Promise<number[]> {
  const until = systemClock.now() + withinMs
  for (;;) {
    const rows = await sql<{ at: number }[]>`select at_ms as at from release_receipt
      where tenant = ${tenant} and release_id = ${releaseId} and device_id like 'bench-device-%'`
    if (rows.length >= n || systemClock.now() > until) return rows.map(({ at }) => at)
    await systemClock.sleep(200)
  }
}

/** Desks by the hundred on one API node: a release to all of them, then all of them coming back at once. */
export async function desks(house: House, { desks: n, releases }: { desks: number; releases: number }): Promise<Figure[]> {
  const made = await makeDesks({ ...house, url: house.api.url }, n)
  await each(made, AT_ONCE, desk => desk.snapshot())
  await each(made, 10 * AT_ONCE, desk => desk.goOnline())
  const supervisor = new Supervisor(house.api.url)
  await supervisor.signIn()
  const published: number[] = []
  const receipted: number[] = []
  const cpuBefore = cpuMs(house.api.pid)
  let left = 0
  for (let run = 0; run < releases; run++) {
    const { id, sentAtMs, tookMs } = await supervisor.publish(run)
    published.push(tookMs)
    const at = await receipts(house, id, n, SETTLE_MS)
    left += n - at.length
    receipted.push(...at.map(ms => ms - sentAtMs))
  }
  const apiCpuMs = round((cpuMs(house.api.pid) - cpuBefore) / releases)
  const poked = made.flatMap(desk => desk.times.pokeToApplied)
  const storm = await comeBackAtOnce(house, supervisor, made, releases)
  const errors = made.flatMap(desk => desk.times.errors)
  for (const desk of made) desk.cut()
  await Promise.all(made.map(desk => desk.quiet()))
  if (errors.length > 0) console.error(`errors: ${[...new Set(errors)].slice(0, 5).join(' | ')}`)
  return [
    figure('desks-poke-to-applied', percentile(poked, 0.95), 'ms', 1_000, poked.length, { desks: n, medianMs: round(median(poked)), worstMs: round(Math.max(...poked)) }),
    figure('desks-publish-to-receipt', percentile(receipted, 0.95), 'ms', 2_000, receipted.length, {
      desks: n, medianMs: round(median(receipted)), worstMs: Math.max(...receipted), publishMs: round(median(published)), apiCpuMs,
    }),
    figure('desks-left-behind', left + storm.left, 'desks', 0, releases + 1, { desks: n }),
    figure('desks-errors', errors.length, 'answers', 0, releases + 1, { desks: n }),
    figure('desks-storm', storm.tookMs, 'ms', STORM_MS, 1, { desks: n, medianMs: round(storm.medianMs), missed: storm.missed }),
  ]
}

/** The power is back: all at once, with new tokens, over what was published meanwhile. */
async function comeBackAtOnce(
  house: House, supervisor: Supervisor, made: readonly LightDesk[], from: number,
): Promise<{ tookMs: number; medianMs: number; left: number; missed: number }> {
  for (const desk of made) desk.cut()
  await Promise.all(made.map(desk => desk.quiet()))
  const missed = 3
  let last = ''
  for (let n = 0; n < missed; n++) last = (await supervisor.publish(from + n)).id
  const startedAtMs = systemClock.now()
  const took: number[] = []
  const failed: string[] = []
  await Promise.all(made.map(async desk => {
    await desk.comeBack().then(() => { took.push(systemClock.now() - startedAtMs) }, (error: unknown) => { failed.push(String(error)) })
  }))
  if (failed.length > 0) console.error(`storm: ${failed.length} failed: ${[...new Set(failed)].slice(0, 5).join(' | ')}`)
  const at = await receipts(house, last, made.length, STORM_MS)
  return { tookMs: Math.max(...at) - startedAtMs, medianMs: median(took), left: made.length - at.length, missed }
}
