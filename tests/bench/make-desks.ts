import { issueAccessToken } from '../../api/auth/access-token.ts'
import { startFamily } from '../../api/auth/refresh-tokens.ts'
import { systemClock } from '../../api/edge/clock.ts'
import { systemIds } from '../../api/edge/ids.ts'
import { putNewPerson } from '../../api/setup/people.ts'
import { inTransaction } from '../../api/store/transaction.ts'
import type { Store } from '../../api/store/transaction.ts'
import { LightDesk } from './light-desk.ts'
import type { LightSession } from './light-desk.ts'

/** Where the desks are to be: a shop of an API that listens. */
type Place = { store: Store; tenant: string; signingKey: Uint8Array; url: string }

/** People with a desk each, and sessions for them: five hundred passwords would measure argon2 and nothing else. */
export async function makeDesks({ store, tenant, signingKey, url }: Place, n: number): Promise<LightDesk[]> {
  const nowMs = systemClock.now()
  const [team] = await store.sql<{ id: string }[]>`select id from team where tenant = ${tenant} order by id limit 1`
  const numbers = Array.from({ length: n }, (_, i) => i)
  const sessions = new Map<number, LightSession>()
  for (let from = 0; from < n; from += 20) await inTransaction(store, tenant, async changes => {
    for (const i of numbers.slice(from, from + 20)) {
      const personId = `bench-person-${i}`
      const deviceId = `bench-device-${i}`
      await putNewPerson(changes, {
        id: personId, account: `bench${i}`, name: `客服${i}`, roles: ['agent'], teamIds: team ? [team.id] : [], seniority: 'junior', skills: [],
        languages: ['zh'], conversationLimit: 5, active: true,
      }, nowMs)
      await changes.tx`insert into device ${changes.tx({ tenant, id: deviceId, person_id: personId, name: 'bench', status: 'active', created_at_ms: nowMs })}`
      const { refreshToken, familyId } = await startFamily(changes.tx, { tenant, personId, deviceId }, systemIds, nowMs)
      const { token } = await issueAccessToken(signingKey, { tenant, personId, deviceId, familyId }, systemClock)
      sessions.set(i, { deviceId, accessToken: token, refreshToken })
    }
  })
  return [...sessions.values()].map(session => new LightDesk(url, session))
}
