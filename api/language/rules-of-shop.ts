import { CompiledRules } from '../../domain/compliance/compiled-rules.ts'
import { listEntities } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'

/** Compiled rules by shop, with what tells whether they are still the shop's: the last commit that wrote one, and how many there are. */
const compiled = new Map<string, { state: string, rules: CompiledRules }>()
/** Shops whose rules are kept at once. */
const MOST = 200

/** The language rules of a shop, compiled once and again after one was written, on every node. */
export async function rulesOfShop(db: TenantDb): Promise<CompiledRules> {
  const { tx, tenant } = db
  const [row] = await tx<{ state: string }[]>`select coalesce(max(row_seq), 0) || ':' || count(*) as state from language_rule where tenant = ${tenant}`
  const state = row?.state ?? ''
  const before = compiled.get(tenant)
  if (before?.state === state) return before.rules
  const rules = new CompiledRules(await listEntities(db, 'language_rule', {}))
  if (compiled.size >= MOST) compiled.clear()
  compiled.set(tenant, { state, rules })
  return rules
}
