import { hoursFaults } from '../../domain/calendar/hours-faults.ts'
import { CompiledRules } from '../../domain/compliance/compiled-rules.ts'
import { checkText, NO_TALK } from '../../domain/compliance/check.ts'
import type { Finding } from '../../domain/compliance/finding.ts'
import type { ContentDraft, ContentKind, ContentOf, FiguresContent } from '../../domain/entities/release.ts'
import { CONTENT } from '../../domain/entities/release.ts'
import type { KnowledgeContent, ScriptContent } from '../../domain/entities/script.ts'
import { figureFaults } from '../../domain/figures/figures.ts'
import type { TenantDb } from '../store/entities.ts'
import { listEntities, readEntity } from '../store/entities.ts'
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

const isSaid = (finding: Finding): boolean => finding.severity === 'block' && finding.rule !== 'variable'

/** Fields with words that could not be sent (C6); variables are filled when it is sent. */
async function blocked(rulesOf: () => Promise<CompiledRules>, kind: ContentKind, content: Content): Promise<string[]> {
  const texts: [field: string, text: string][] = []
  if (kind === 'script') texts.push(['body', (content as ScriptContent).body])
  if (kind === 'knowledge') {
    const { solution, cases } = content as KnowledgeContent
    texts.push(['solution', solution], ...cases.map((one, n): [string, string] => [`cases.${n}.solution`, one.solution]))
  }
  if (texts.length === 0) return []
  const rules = await rulesOf()
  return texts.filter(([, text]) => checkText(rules, text, NO_TALK).some(isSaid)).map(([field]) => field)
}

async function faults(rulesOf: () => Promise<CompiledRules>, kind: ContentKind, content: Content): Promise<string[]> {
  const figures = kind === 'figures' ? figureFaults((content as FiguresContent).given).map(({ key }) => `given.${key}`) : []
  const hours = kind === 'hours' ? hoursFaults((content as ContentOf<'hours'>).openingHours).map(({ field }) => `openingHours.${field}`) : []
  return [...new Set([...backwards(content), ...figures, ...hours, ...await blocked(rulesOf, kind, content)])]
}

/**
 * Checks what supervisors wrote against its schema, its place, its dates, the ranges of figures, opening hours and the rules of language, which are
 * read once for all that are checked.
 */
export function contentChecker(db: TenantDb): (written: Written) => Promise<Checked> {
  let rules: Promise<CompiledRules> | null = null
  const rulesOf = () => rules ??= listEntities(db, 'language_rule', { active: true }).then((rows) => new CompiledRules(rows))
  return async (written) => {
    const wrong = await misplaced(db, written)
    if (wrong.length > 0) return { ok: false, fields: wrong }
    if (written.action === 'retire') return { ok: true, content: {} }
    const parsed = CONTENT[written.kind].safeParse(written.content)
    if (!parsed.success) return { ok: false, fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] }
    const fields = await faults(rulesOf, written.kind, parsed.data)
    return fields.length > 0 ? { ok: false, fields } : { ok: true, content: parsed.data }
  }
}
