import { PROGRAM_ID } from '../../../domain/entities/plain-lists.ts'
import type { Language } from '../../../domain/entities/scalars.ts'
import type { ApiContext } from '../../context.ts'
import { allSeedRules } from '../../seed/language-rules/all-rules.ts'
import type { ChangeSet } from '../../store/change-set.ts'
import { inTransaction } from '../../store/transaction.ts'
import { lockPublishing, makeRelease } from '../go-out.ts'

/** What every desk is told of it, in the language of the shop's first channel. */
const WORDS: Record<Language, { title: string, note: string }> = {
  zh: { title: '用语规则：默认一套', note: '从现在起，消息发出前会按这些规则检查。主管可以在“用语规则”里修改，或撤回这次发布。' },
  en: {
    title: 'Language rules: the default set',
    note: 'From now on messages are checked by these rules before they go out. Supervisors change them under “Language”, or undo this release.',
  },
}

/** Had this shop ever a language rule? One that took all of them away shall not get them again. */
async function hadRules({ tx, tenant }: ChangeSet): Promise<boolean> {
  const [row] = await tx<{ had: boolean }[]>`
    select exists (select 1 from language_rule where tenant = ${tenant})
      or exists (select 1 from content_version where tenant = ${tenant} and kind = 'language_rule') as had`
  return row?.had ?? true
}

async function languageOf({ tx, tenant }: ChangeSet): Promise<Language> {
  const [row] = await tx<{ language: Language }[]>`select language from channel where tenant = ${tenant} order by id limit 1`
  return row?.language ?? 'zh'
}

/** Under the lock of publishers: two nodes that start together, or a shop that is being made just now, get one set. */
async function give(context: ApiContext, changes: ChangeSet): Promise<void> {
  await lockPublishing(changes)
  if (await hadRules(changes)) return
  const { ids, clock } = context
  await makeRelease(context, changes, {
    id: ids.next(), kind: 'content', ...WORDS[await languageOf(changes)], mustRead: false, publishAtMs: clock.now(), authorId: PROGRAM_ID, undoes: null, teamIds: [],
  }, allSeedRules.map(({ key: _key, ...content }) => ({
    kind: 'language_rule' as const, id: ids.next(), title: content.wordings[0] ?? '', action: 'put' as const, baseVersion: 0, content, draftId: null, draftSeq: null,
  })))
}

/**
 * Shops that were set up before there were language rules get the default set, once, as a release that is live and can be undone. Called at
 * start. A shop that cannot be given it now gets it at the next start.
 */
export async function giveDefaultRules(context: ApiContext): Promise<void> {
  const { sql, log } = context
  const without = await sql<{ tenant: string }[]>`
    select tenant from tenant t where not exists (select 1 from language_rule r where r.tenant = t.tenant)
      and not exists (select 1 from content_version v where v.tenant = t.tenant and v.kind = 'language_rule')`
  for (const { tenant } of without) {
    await inTransaction(context, tenant, (changes) => give(context, changes))
      .catch((error: unknown) => { log.error({ err: error, tenant }, 'the default language rules could not be given') })
  }
}
