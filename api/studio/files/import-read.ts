import { setJob } from '../../jobs/schedule.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import type { StudioHandler } from '../handler.ts'
import { shopZone } from '../shop-zone.ts'
import { KEPT_MS, RowWriter, beginImport, dropRows, keepImport } from './import-rows.ts'
import { FORGET_JOB } from './import-take-back.ts'
import { inWorker, warmThread } from './in-worker.ts'
import { holdReadings } from './readings.ts'
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
 * import.read: what would come of a file; its rows are kept for an hour, to be applied as they are. They are stored while the rest is read.
 * A bad file is no error: its faults say what is wrong with it, and nothing of it is kept. Throws ProblemError 422 `too_much`.
 */
export const readImport: StudioHandler<'import.read'> = async ({ sql, clock, ids }, { tenant, personId }, { bytes, mapping }) => {
  const importId = ids.next()
  if (bytes.length * 0.75 > LARGEST) return tooLarge(importId)
  warmThread(clock)
  const [existing, rules, timeZone] = await Promise.all([
    teamScripts(sql, tenant), teamRules(sql, tenant), shopZone(sql, tenant), beginImport(sql, tenant, { id: importId, personId, nowMs: clock.now() }),
    setJob(sql, tenant, FORGET_JOB, 'rows', clock.now() + KEPT_MS),
  ])
  const writer = new RowWriter(sql, ids, tenant, importId)
  try {
    const { summary, count } = await inWorker<'read'>(clock, { kind: 'read', bytes, mapping, existing, rules, timeZone }, {
      rows: (rows) => { writer.write(rows) },
      readings: (from, readings) => { holdReadings(importId, from, readings) },
    })
    await writer.written()
    const broken = summary.faultCount > 0
    if (broken) await dropRows(sql, tenant, importId)
    await keepImport(sql, tenant, { id: importId, total: broken ? 0 : count, error: broken ? 'faults' : null })
    return { importId, ...summary }
  } catch (error) {
    await writer.written().catch(() => undefined)
    await dropRows(sql, tenant, importId)
    throw error
  }
}
