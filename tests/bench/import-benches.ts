import type { Session } from '../../protocol/rest.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import { phraseFile } from '../fixtures/phrase-file.ts'
import { figure, median, round } from './figure.ts'
import type { Figure } from './figure.ts'
import type { House } from './house.ts'
import { PASSWORD, SHOP } from './shop.ts'
import type { Sizes } from './sync-benches.ts'

const LIMIT_MS = 5_000
const PROBE_MS = 20
/** The window looks every 250 ms: asking all the time would be a load of its own. */
const LOOK_MS = 100
const OPENED_MS = 3_000

const wait = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms) })

/** The questions of a signed-in supervisor over HTTP. */
async function supervisor(url: string) {
  const post = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
    const answer = await fetch(url + path, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json() as T
  }
  const { accessToken } = await post<Session>('/v1/auth/sign-in', { shop: SHOP, account: 'zhuguan', password: PASSWORD, deviceId: null, deviceName: 'bench' })
  return <N extends StudioAsk>(name: N, input: StudioInput<N>): Promise<StudioOutput<N>> => post(`/v1/studio/${name}`, input, accessToken)
}

/** How long others wait for the smallest answer meanwhile. @returns ends it and says the longest wait, ms */
function probe(url: string): () => Promise<number> {
  let going = true
  let longest = 0
  const done = (async () => {
    while (going) {
      const startMs = performance.now()
      await (await fetch(`${url}/healthz`)).text()
      longest = Math.max(longest, performance.now() - startMs)
      await wait(PROBE_MS)
    }
  })()
  return async () => {
    going = false
    await done
    return longest
  }
}

/** A file of 10,000 phrases in GBK, from its bytes until the last row is live: first all new, then all changed; then one cancelled. */
export async function imports(house: House, { imports: rows }: Sizes): Promise<Figure[]> {
  const ask = await supervisor(house.api.url)
  // As the studio does when it is opened, some seconds before anybody has chosen a file.
  await ask('settings.read', {})
  await wait(OPENED_MS)
  const took: { readMs: number; allMs: number; slowestMs: number }[] = []
  const file = (mark: string): string => Buffer.from(new TextDecoder('gbk').decode(phraseFile(rows).bytes).replaceAll(/(\d)(号|）|就|减|元|码)/g, `$1$2${mark}`)).toString('base64')
  const follow = async (importId: string): Promise<void> => {
    while ((await ask('import.status', { importId })).state !== 'done') await wait(LOOK_MS)
  }
  for (const mark of ['', '甲', '乙']) {
    const bytes = mark === '' ? Buffer.from(phraseFile(rows).bytes).toString('base64') : file(mark)
    const endProbe = probe(house.api.url)
    const startMs = performance.now()
    const read = await ask('import.read', { name: 'phrases.csv', bytes, mapping: null })
    const readMs = performance.now() - startMs
    if (read.faultCount > 0 || read.total !== rows) throw new Error(`${read.faultCount} faults in ${read.total} rows`)
    await ask('import.apply', { importId: read.importId, title: 'bench' })
    await follow(read.importId)
    took.push({ readMs, allMs: performance.now() - startMs, slowestMs: await endProbe() })
  }
  const { importId } = await ask('import.read', { name: 'phrases.csv', bytes: file('丙'), mapping: null })
  await ask('import.apply', { importId, title: 'cancelled' })
  while ((await ask('import.status', { importId })).done < rows / 4) await wait(PROBE_MS)
  const cancelMs = performance.now()
  await ask('import.cancel', { importId })
  const backMs = performance.now() - cancelMs
  const [left] = await house.sql<{ n: number }[]>`select count(*)::int as n from script where body like '%丙%'`
  if (left?.n !== 0) throw new Error(`${left?.n} rows of a cancelled import stayed`)
  return [figure('import', median(took.map(({ allMs }) => allMs)), 'ms', LIMIT_MS, took.length, {
    rows, firstMs: round(took[0]?.allMs ?? 0), readMs: round(median(took.map(({ readMs }) => readMs))), worstMs: round(Math.max(...took.map(({ allMs }) => allMs))),
    slowestOtherAnswerMs: round(Math.max(...took.map(({ slowestMs }) => slowestMs))), cancelledAtAQuarterBackMs: round(backMs),
  })]
}
