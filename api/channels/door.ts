import type { Channel } from '../../domain/entities/team.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { readChatSettings } from './chat-settings.ts'

/** A shop's web chat, found by the public key in its address. */
export interface Door {
  tenant: string
  shopName: string
  channel: Channel
  db: TenantDb
  frameAncestors: string[]
}

interface DoorRow {
  tenant: string
  channel_id: string
  name: string
  settings: { chatFrameAncestors?: string[] }
}

/** The door with this public key. Throws ProblemError 404 `no_such_chat`. */
export async function openDoor(context: ApiContext, shopKey: string): Promise<Door> {
  const { sql } = context
  const [row] = await sql<DoorRow[]>`
    select s.tenant, s.channel_id, t.name, t.settings from channel_secret s join tenant t on t.tenant = s.tenant
    where s.public_key = ${shopKey} and s.kind = 'web_chat' and s.active`
  if (!row) throw new ProblemError(404, 'no_such_chat')
  const db: TenantDb = { tx: sql, tenant: row.tenant, keys: await context.keys.of(sql, row.tenant) }
  const channel = await readEntity(db, 'channel', row.channel_id)
  if (!channel?.active) throw new ProblemError(404, 'no_such_chat')
  // Clickjacking: nobody frames the chat unasked. The trial listens on loopback only.
  const frameAncestors = (await readChatSettings(sql, row.tenant, row.channel_id)).frameAncestors ?? row.settings.chatFrameAncestors
    ?? (context.config.demo ? ['*'] : ["'self'"])
  return { tenant: row.tenant, shopName: row.name, channel, db, frameAncestors }
}
