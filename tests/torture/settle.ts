import type { Store } from '../../api/store/transaction.ts'
import type { Desk } from './desk.ts'
import type { House } from './house.ts'
import { tenantDb } from './prepare.ts'
import { sleep } from './processes.ts'
import { headOf } from './truth.ts'
import type { Verdict } from './verdict.ts'

/** The server's head stood still for so long, and every desk says that it has all. */
const STILL_MS = 1_200

interface Scene {
  readonly house: House
  readonly store: Store
  readonly tenant: string
  readonly desks: readonly Desk[]
  readonly say: (line: string) => void
  readonly limitMs: number
}

/** Waits until all is quiet, at most `limitMs`. What is not by then is a fault. */
export async function settle({ store, tenant, desks, say, limitMs }: Scene): Promise<Verdict & { tookMs: number }> {
  const startedAt = performance.now()
  const name = `quiet within ${limitMs / 1000} s of the last fault`
  const db = await tenantDb(store, tenant)
  let head = await headOf(db)
  let stillSince = performance.now()
  for (;;) {
    const now = performance.now()
    const seen = await headOf(db)
    const restless = desks.filter(desk => !quiet(desk))
    if (seen !== head || restless.length > 0) {
      head = seen
      stillSince = now
    }
    const tookMs = Math.round(now - startedAt)
    if (now - stillSince >= STILL_MS) return { name, faults: [], looked: desks.length, tookMs: tookMs - STILL_MS }
    if (tookMs - STILL_MS > limitMs) {
      const faults = restless.map(desk => `${desk.account}: ${JSON.stringify(desk.value('sync'))} ${JSON.stringify(desk.value('session')?.state)}`)
      say(faults.join('\n'))
      return { name, faults: faults.length > 0 ? faults : ['the server goes on and on'], looked: desks.length, tookMs }
    }
    await sleep(100)
  }
}

function quiet(desk: Desk): boolean {
  const sync = desk.value('sync')
  return desk.ready && sync?.state === 'online' && sync.queued === 0 && sync.uploading === 0 && !desk.value('session')?.needsSignIn
}
