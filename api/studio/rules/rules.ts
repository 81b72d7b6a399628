import { isDeepStrictEqual } from 'node:util'
import { checkText, NO_TALK } from '../../../domain/compliance/check.ts'
import { CompiledRules } from '../../../domain/compliance/compiled-rules.ts'
import type { Finding } from '../../../domain/compliance/finding.ts'
import type { ContentDraft } from '../../../domain/entities/release.ts'
import { maskText } from '../../../domain/personal-data/mask.ts'
import { listEntities, readStored } from '../../store/entities.ts'
import type { TenantDb } from '../../store/entities.ts'
import { inTransaction } from '../../store/transaction.ts'
import type { StudioHandler } from '../handler.ts'
import { contentOf, readRules, rulesAsCsv, rulesAsJson, type FileRule } from './rules-file.ts'

const DAY_MS = 86_400_000
/** Newest first: so many are looked at, in slices between which others get their turn. */
const MOST_LOOKED = 10_000
const SLICE = 100
const MOST_SHOWN = 100

/** rules.try: what these rules would have found in agents' messages of the last days. D6 needs the talk of then and finds nothing here. */
export const tryRules: StudioHandler<'rules.try'> = async (context, { tenant }, { rules, days }) => {
  const { sql, clock, keys } = context
  const db: TenantDb = { tx: sql, tenant, keys: await keys.of(sql, tenant) }
  const compiled = new CompiledRules(rules.map((content, at) => ({ ...content, active: true, id: `try-${at}` })))
  const sinceMs = clock.now() - days * DAY_MS
  const found = await sql<{ id: string, conversationId: string, name: string | null }[]>`
    select m.id, m.conversation_id as "conversationId", p.name from message m join conversation c on c.tenant = m.tenant and c.id = m.conversation_id
    left join person p on p.tenant = m.tenant and p.id = m.author_id
    where m.tenant = ${tenant} and c.last_message_at_ms >= ${sinceMs} and m.accepted_at_ms >= ${sinceMs} and m.author = 'agent'
    order by m.accepted_at_ms desc, m.id limit ${MOST_LOOKED}`
  const names = new Map(found.map(({ id, name }) => [id, name ?? '']))
  const asked = new Map<string, string[]>()
  const hits: { messageId: string, conversationId: string, personName: string, atMs: number, body: string, findings: Finding[] }[] = []
  let hit = 0
  // Oldest first, so that "anything else" knows what was asked before (D5).
  for (let to = found.length; to > 0; to -= SLICE) {
    const slice = found.slice(Math.max(0, to - SLICE), to).map(({ id }) => id)
    const messages = (await readStored(db, 'message', slice)).map(({ row }) => row).sort((a, b) => a.acceptedAtMs - b.acceptedAtMs || a.position - b.position)
    for (const { id, conversationId, acceptedAtMs, body } of messages) {
      // Spans are of what is shown.
      const shown = maskText(body)
      const before = asked.get(conversationId) ?? []
      const findings = checkText(compiled, shown, { ...NO_TALK, agentTexts: () => before }).filter(({ ruleId }) => ruleId !== null)
      asked.set(conversationId, [...before, shown])
      if (findings.length === 0) continue
      hit += 1
      hits.push({ messageId: id, conversationId, personName: names.get(id) ?? '', atMs: acceptedAtMs, body: shown, findings: findings.map((finding) => ({ ...finding, ruleId: null })) })
      if (hits.length > MOST_SHOWN) hits.shift()
    }
  }
  return { looked: found.length, hit, hits: hits.reverse() }
}

/** rules.export: every language rule that is live, as a table or as JSON. */
export const exportRules: StudioHandler<'rules.export'> = async ({ sql, keys }, { tenant }, { format = 'csv' }) => {
  const rules = await listEntities({ tx: sql, tenant, keys: await keys.of(sql, tenant) }, 'language_rule', {}, { orderBy: 'rule' })
  const text = format === 'json' ? rulesAsJson(rules) : rulesAsCsv(rules)
  return {
    name: `language-rules.${format}`, mime: format === 'json' ? 'application/json' : 'text/csv; charset=utf-8', bytes: Buffer.from(text, 'utf8').toString('base64'),
  }
}

/** Drafts a transaction writes: its change rows are bounded. */
const DRAFTS_AT_ONCE = 80

/** rules.import: a draft for each rule that differs from what is live; with a fault in the file none. A draft of one's own is written over. */
export const importRules: StudioHandler<'rules.import'> = async (context, { tenant, personId }, { bytes }) => {
  const { rules, faults } = await readRules(Buffer.from(bytes, 'base64'))
  if (faults.length > 0) return { drafts: 0, faults }
  const { sql, clock, ids } = context
  const db: TenantDb = { tx: sql, tenant, keys: await context.keys.of(sql, tenant) }
  const live = await listEntities(db, 'language_rule', {})
  const byId = new Map(live.map((rule) => [rule.id, rule]))
  const differs = rules.filter(({ id, content }: FileRule) => {
    const now = id === null ? undefined : byId.get(id)
    // Without an id the same words are the same rule.
    return now ? !isDeepStrictEqual(contentOf(now), content) : !live.some((rule) => isDeepStrictEqual(contentOf(rule), content))
  })
  for (let from = 0; from < differs.length; from += DRAFTS_AT_ONCE) {
    await inTransaction(context, tenant, async (changes) => {
      const own = await listEntities(changes, 'content_draft', { kind: 'language_rule', authorId: personId }, { lock: true })
      const nowMs = clock.now()
      await changes.putMany('content_draft', differs.slice(from, from + DRAFTS_AT_ONCE).map(({ id, content }): ContentDraft => {
        const targetId = id ?? ids.next()
        const before = own.find((draft) => draft.targetId === targetId)
        return {
          id: before?.id ?? ids.next(), kind: 'language_rule', targetId, baseVersion: byId.get(targetId)?.version ?? 0, action: 'put', content,
          authorId: personId, state: 'draft', reviewerId: null, reviewNote: null, createdAtMs: before?.createdAtMs ?? nowMs, updatedAtMs: nowMs,
        }
      }))
    })
  }
  return { drafts: differs.length, faults: [] }
}
