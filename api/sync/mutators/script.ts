import { scriptPinyin } from '../../../domain/palette/pinyin.ts'
import { PERSONAL } from '../../../domain/scripts/personal.ts'
import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import type { Mutator } from './mutator.ts'

/** The agent's own script: nobody else ever gets it. */
export const putPersonalScript: Mutator<'script.personal_put'> = async ({ changes, person, nowMs }, { scriptId, ...content }) => {
  const before = await readEntity(changes, 'script', scriptId, { lock: true })
  if (before && before.personId !== person.id) throw new Refusal('not_allowed')
  await changes.put('script', {
    ...PERSONAL, ...content, id: scriptId, personId: person.id, version: (before?.version ?? 0) + 1, updatedAtMs: nowMs,
    pinyin: scriptPinyin(content),
  })
}

export const removePersonalScript: Mutator<'script.personal_remove'> = async ({ changes, person }, { scriptId }) => {
  const before = await readEntity(changes, 'script', scriptId, { lock: true })
  if (!before) return
  if (before.personId !== person.id) throw new Refusal('not_allowed')
  await changes.remove('script', scriptId)
}
