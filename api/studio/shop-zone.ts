import type { Sql, Tx } from '../store/sql.ts'

const USUAL = 'Asia/Shanghai'

/** The time zone (IANA) that the shop's times are told in: that of its first channel. */
export async function shopZone(tx: Sql | Tx, tenant: string): Promise<string> {
  const [row] = await tx<{ zone: string | null }[]>`
    select opening_hours ->> 'timeZone' as zone from channel where tenant = ${tenant} order by id limit 1`
  return row?.zone ?? USUAL
}
