import type { ApiContext } from '../../context.ts'
import { inTransaction } from '../../store/transaction.ts'
import { allSeedRules } from './all-rules.ts'

/** Puts the language rules that every shop begins with. In: how a rule's key becomes its id. Throws as inTransaction. */
export async function insertLanguageRules(context: ApiContext, tenant: string, idOf: (key: string) => string): Promise<void> {
  const updatedAtMs = context.clock.now()
  await inTransaction(context, tenant, (changes) => changes.putMany('language_rule', allSeedRules.map(({ key, ...content }) => (
    { ...content, id: idOf(key), version: 1, updatedAtMs }))))
}
