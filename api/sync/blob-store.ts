import { createHash } from 'node:crypto'
import type { Sql, Tx } from '../store/sql.ts'

/** Bytes of attachments. PostgreSQL now; object storage can take its place. */
export interface BlobStore {
  /** Stores a chunk; the same again changes nothing. */
  putChunk(tenant: string, id: string, n: number, bytes: Uint8Array): Promise<void>
  /** Numbers of the chunks that are there, ascending. */
  have(tenant: string, id: string): Promise<number[]>
  /** SHA-256 of all chunks in order, hex. */
  sha256(tenant: string, id: string): Promise<string>
  /** All bytes, chunk by chunk. */
  read(tenant: string, id: string): AsyncGenerator<Uint8Array>
  remove(tenant: string, id: string): Promise<void>
}

/** Where bytes lie: one table for attachments of conversations, one for pictures of the shop. */
const PLACES = {
  attachment: { table: 'attachment_chunk', owner: 'attachment_id' },
  picture: { table: 'picture_chunk', owner: 'picture_id' },
} as const

/** Chunks as rows. Needs the row of the attachment or picture to be there. */
export function postgresBlobs(sql: Sql | Tx, nowMs: () => number, place: keyof typeof PLACES = 'attachment'): BlobStore {
  const { table, owner } = PLACES[place]

  /** An attachment that is a picture of the shop has its bytes there (attachShopPictures). */
  async function sourceOf(tenant: string, id: string): Promise<(typeof PLACES)[keyof typeof PLACES] & { id: string }> {
    const [shown] = place === 'picture' ? [] : await sql<{ id: string }[]>`
      select picture_id as id from attachment_picture where tenant = ${tenant} and attachment_id = ${id}`
    return shown ? { ...PLACES.picture, id: shown.id } : { ...PLACES[place], id }
  }

  async function * read(tenant: string, id: string): AsyncGenerator<Uint8Array> {
    const from = await sourceOf(tenant, id)
    for (let n = 0; ; n++) {
      const [row] = await sql<{ bytes: Buffer }[]>`
        select bytes from ${sql(from.table)} where tenant = ${tenant} and ${sql(from.owner)} = ${from.id} and n = ${n}`
      if (!row) return
      yield row.bytes
    }
  }
  return {
    read,
    async putChunk(tenant, id, n, bytes) {
      await sql`insert into ${sql(table)} ${sql({ tenant, [owner]: id, n, bytes: Buffer.from(bytes), stored_at_ms: nowMs() })}
        on conflict (tenant, ${sql(owner)}, n) do update set bytes = excluded.bytes`
    },
    async have(tenant, id) {
      const rows = await sql<{ n: number }[]>`
        select n from ${sql(table)} where tenant = ${tenant} and ${sql(owner)} = ${id} order by n`
      return rows.map(({ n }) => n)
    },
    async sha256(tenant, id) {
      const hash = createHash('sha256')
      for await (const chunk of read(tenant, id)) hash.update(chunk)
      return hash.digest('hex')
    },
    async remove(tenant, id) {
      await sql`delete from ${sql(table)} where tenant = ${tenant} and ${sql(owner)} = ${id}`
    },
  }
}
