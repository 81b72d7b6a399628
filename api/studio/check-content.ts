import type { ContentDraft } from '../../domain/entities/release.ts'
import { CONTENT } from '../../domain/entities/release.ts'
import type { TenantDb } from '../store/entities.ts'
import { readEntity } from '../store/entities.ts'
import type { Content } from './targets.ts'

/** A draft that can go out, or the fields that keep it back. */
export type Checked = { ok: true, content: Content } | { ok: false, fields: string[] }

type Written = Pick<ContentDraft, 'kind' | 'targetId' | 'action' | 'content'>

/** What the schema cannot know: figures belong to a team, hours to a channel, which stays while it has one. */
async function misplaced(db: TenantDb, { kind, targetId, action }: Written): Promise<string[]> {
  if (kind === 'hours' && action === 'retire') return ['action']
  if (kind === 'hours') return await readEntity(db, 'channel', targetId) ? [] : ['id']
  if (kind === 'figures') return await readEntity(db, 'team', targetId) ? [] : ['id']
  if (kind === 'script') return (await readEntity(db, 'script', targetId))?.personId ? ['id'] : []
  return []
}

function backwards(content: Content): string[] {
  const [from, to] = [content['validFromMs'], content['validToMs']]
  return typeof from === 'number' && typeof to === 'number' && to <= from ? ['validToMs'] : []
}

/** Checks what a supervisor wrote against its schema, its place and its dates. */
export async function checkContent(db: TenantDb, written: Written): Promise<Checked> {
  const wrong = await misplaced(db, written)
  if (wrong.length > 0) return { ok: false, fields: wrong }
  if (written.action === 'retire') return { ok: true, content: {} }
  const parsed = CONTENT[written.kind].safeParse(written.content)
  const fields = parsed.success ? backwards(parsed.data) : [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]
  return parsed.success && fields.length === 0 ? { ok: true, content: parsed.data } : { ok: false, fields }
}
