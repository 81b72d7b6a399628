import { setJob } from '../../jobs/schedule.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import type { StudioHandler } from '../handler.ts'
import { shopZone } from '../shop-zone.ts'
import { KEPT_MS, keepImport } from './import-rows.ts'
import { FORGET_JOB } from './import-take-back.ts'
import { inWorker } from './in-worker.ts'
import { teamRules, teamScripts } from './team-rows.ts'

/** Bytes. */
const LARGEST = 16 * 1024 * 1024

type Output = StudioOutput<'import.read'>

function tooLarge(importId: string): Output {
  return {
    importId, recognised: 'unknown', encoding: 'utf-8', columns: [], mapping: {}, total: 0, fresh: 0, changed: 0, same: 0, preview: [],
    faults: [{ line: null, column: null, code: 'too_large', value: '16 MB' }], faultCount: 1,
  }
}

/**
 * import.read: what would come of a file; its rows are kept for an hour, to be applied as they are. A bad file is no error: its
 * faults say what is wrong with it. Throws ProblemError 422 `too_much`.
 */
export const readImport: StudioHandler<'import.read'> = async ({ sql, clock, ids }, { tenant, personId }, { bytes, mapping }) => {
  const importId = ids.next()
  if (bytes.length * 0.75 > LARGEST) return tooLarge(importId)
  const [existing, rules, timeZone] = await Promise.all([teamScripts(sql, tenant), teamRules(sql, tenant), shopZone(sql, tenant)])
  const { summary, rows, count } = await inWorker<'read'>(clock, { kind: 'read', bytes, mapping, existing, rules, timeZone })
  const broken = summary.faultCount > 0
  await keepImport(sql, tenant, {
    id: importId, personId, rows: broken ? '[]' : rows, total: broken ? 0 : count, error: broken ? 'faults' : null, nowMs: clock.now(),
  })
  await setJob(sql, tenant, FORGET_JOB, 'rows', clock.now() + KEPT_MS)
  return { importId, ...summary }
}
