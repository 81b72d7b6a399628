import { DateTime } from 'luxon'
import type { StudioHandler } from '../handler.ts'
import { shopZone } from '../shop-zone.ts'
import { inWorker } from './in-worker.ts'
import { teamScripts } from './team-rows.ts'

const MIME = { csv: 'text/csv', 'csv-gbk': 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** export.scripts: the team's scripts as a file; personal ones stay with their agents. */
export const exportScripts: StudioHandler<'export.scripts'> = async ({ sql, clock }, { tenant }, { format, language }) => {
  const [scripts, timeZone] = await Promise.all([teamScripts(sql, tenant), shopZone(sql, tenant)])
  const bytes = await inWorker<'export'>(clock, { kind: 'export', scripts, format, language, timeZone })
  const day = DateTime.fromMillis(clock.now(), { zone: timeZone }).toFormat('yyyy-MM-dd')
  return { name: `${language === 'zh' ? '话术' : 'scripts'}-${day}.${format === 'xlsx' ? 'xlsx' : 'csv'}`, mime: MIME[format], bytes }
}
