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

/** Chunks as rows of attachment_chunk. Needs the attachment's row to be there. */
export function postgresBlobs(sql: Sql | Tx, nowMs: () => number): BlobStore {
  async function * read(tenant: string, id: string): AsyncGenerator<Uint8Array> {
    for (let n = 0; ; n++) {
      const [row] = await sql<{ bytes: Buffer }[]>`
        select bytes from attachment_chunk where tenant = ${tenant} and attachment_id = ${id} and n = ${n}`
      if (!row) return
      yield row.bytes
    }
  }
  return {
    read,
    async putChunk(tenant, id, n, bytes) {
      await sql`insert into attachment_chunk ${sql({ tenant, attachment_id: id, n, bytes: Buffer.from(bytes), stored_at_ms: nowMs() })}
        on conflict (tenant, attachment_id, n) do update set bytes = excluded.bytes`
    },
    async have(tenant, id) {
      const rows = await sql<{ n: number }[]>`
        select n from attachment_chunk where tenant = ${tenant} and attachment_id = ${id} order by n`
      return rows.map(({ n }) => n)
    },
    async sha256(tenant, id) {
      const hash = createHash('sha256')
      for await (const chunk of read(tenant, id)) hash.update(chunk)
      return hash.digest('hex')
    },
    async remove(tenant, id) {
      await sql`delete from attachment_chunk where tenant = ${tenant} and attachment_id = ${id}`
    },
  }
}
