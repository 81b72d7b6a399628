import type { ApiContext } from '../../context.ts'
import { listEntities } from '../../store/entities.ts'
import { inTransaction } from '../../store/transaction.ts'
import { lockPublishing } from '../../studio/go-out.ts'
import { allSeedRules } from './all-rules.ts'

/** Puts the language rules that every shop begins with, unless it has some. In: how a rule's key becomes its id. Throws as inTransaction. */
export async function insertLanguageRules(context: ApiContext, tenant: string, idOf: (key: string) => string): Promise<void> {
  const updatedAtMs = context.clock.now()
  await inTransaction(context, tenant, async (changes) => {
    // A node that starts just now gives them, too (giveDefaultRules).
    await lockPublishing(changes)
    if ((await listEntities(changes, 'language_rule', {}, { limit: 1 })).length > 0) return
    await changes.putMany('language_rule', allSeedRules.map(({ key, ...content }) => ({ ...content, id: idOf(key), version: 1, updatedAtMs })))
  })
}
