import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { EntityName } from '../../domain/entities/entity.ts'
import { AgentFolder } from '../../core/keys/key-file.ts'
import { unwrapWithPassword } from '../../core/keys/password-wrap.ts'
import { DeskFile } from '../../db/handle.ts'
import { readHeld } from '../../db/local/held.ts'
import { readInbox } from '../../db/local/inbox.ts'
import type { Refused } from '../../db/local/inbox.ts'
import { readOutbox } from '../../db/local/outbox.ts'
import type { Intent } from '../../db/local/outbox.ts'
import { columnList } from '../../db/synced/columns.ts'
import { decode } from '../../db/synced/rows.ts'
import type { SqlRow } from '../../db/synced/rows.ts'
import { readSums } from '../../db/synced/scopes.ts'
import { PASSWORD } from './prepare.ts'
import type { Row } from './truth.ts'

/** What an agent's encrypted file holds. */
export interface DeskContent {
  readonly rows: ReadonlyMap<EntityName, ReadonlyMap<string, Row>>
  /** `scope entity id` of every row. */
  readonly held: ReadonlySet<string>
  readonly sums: ReadonlyMap<string, string>
  readonly outbox: readonly Intent[]
  /** Messages that could still be taken back. */
  readonly holding: number
  readonly inbox: readonly Refused[]
  /** Rows with something pending over them. */
  readonly local: number
}

/** Opens the file of a desk that no longer runs, with the agent's password, and reads all of it. */
export async function readDeskFile(folder: string): Promise<DeskContent> {
  const agents = new AgentFolder(folder)
  const [keyFile, ...others] = agents.list()
  if (!keyFile || others.length > 0) throw new Error(`${folder}: ${others.length + (keyFile ? 1 : 0)} agent files instead of one`)
  const key = await unwrapWithPassword(keyFile.password, PASSWORD, keyFile.fileId)
  const file = DeskFile.open(agents.database(keyFile.fileId), key)
  try {
    const db = file.read
    const rows = new Map(ENTITY_NAMES.map(entity => {
      const found = db.all<SqlRow & { seq_text: string }>(
        `SELECT ${columnList(entity)}, CAST(row_seq AS TEXT) AS seq_text FROM ${entity}`)
      return [entity, new Map(found.map(({ seq_text: seq, ...sql }) => [sql['id'] as string, { row: decode(entity, sql), seq }]))] as const
    }))
    const held = db.all<{ scope: string, entity: string, id: string }>('SELECT scope, entity, id FROM row_scope')
    const local = ENTITY_NAMES.reduce((sum, entity) => sum + (db.get<{ n: number }>(`SELECT count(*) AS n FROM ${entity}_local`)?.n ?? 0), 0)
    return {
      rows: rows,
      held: new Set(held.map(({ scope, entity, id }) => `${scope} ${entity} ${id}`)),
      sums: readSums(db), outbox: readOutbox(db), holding: readHeld(db).length, inbox: readInbox(db), local,
    }
  } finally {
    file.close()
  }
}
