import type { Sql } from '../../store/sql.ts'

/**
 * The team's scripts as one JSON text (Script[] without pinyin), made by the database and read by a worker: the thread that answers
 * only passes it on.
 */
export async function teamScripts(sql: Sql, tenant: string): Promise<string> {
  const [row] = await sql<{ json: string }[]>`
    select coalesce(json_agg(json_build_object('id', id, 'version', version, 'code', code, 'stage', stage, 'scene', scene, 'title', title,
      'body', body, 'language', language, 'tags', tags, 'twinOf', twin_of, 'validFromMs', valid_from_ms, 'validToMs', valid_to_ms,
      'campaign', campaign, 'audience', audience, 'pictureIds', picture_ids, 'ownerId', owner_id, 'reviewAtMs', review_at_ms,
      'updatedAtMs', updated_at_ms) order by stage, code), '[]')::text as json
    from script where tenant = ${tenant} and person_id is null`
  return row?.json ?? '[]'
}

/** The team's language rules as one JSON text (LanguageRule[]). */
export async function teamRules(sql: Sql, tenant: string): Promise<string> {
  const [row] = await sql<{ json: string }[]>`
    select coalesce(json_agg(json_build_object('id', id, 'rule', rule, 'severity', severity, 'language', language, 'wordings', wordings,
      'exceptions', exceptions, 'positive', positive, 'reason', reason, 'active', active, 'version', version,
      'updatedAtMs', updated_at_ms)), '[]')::text as json
    from language_rule where tenant = ${tenant} and active`
  return row?.json ?? '[]'
}
