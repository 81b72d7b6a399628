import type { TeamDraft } from '../../../api/setup/shop-parts.ts'
import type { Person } from '../../../domain/entities/people.ts'
import type { Team } from '../../../domain/entities/team.ts'
import type { Device, Session } from '../../../protocol/rest.ts'
import type { TestApi } from './api.ts'


/** What a supervisor does over REST, as the shop's own tools would. */
export type Supervisor = {
  teams: () => Promise<Team[]>
  putTeam: (id: string, team: TeamDraft) => Promise<void>
  /** The active devices of a person. */
  devices: (account: string) => Promise<Device[]>
  revokeDevice: (id: string) => Promise<void>
  /** Resets a forgotten password by a one-time code: all earlier sessions of the person end. */
  resetPassword: (account: string, newPassword: string) => Promise<void>
}

/** Signs in as the demo shop's supervisor, does `work`. @throws on any answer but 2xx */
export async function asSupervisor<T>(api: TestApi, work: (supervisor: Supervisor) => Promise<T>): Promise<T> {
  let token = ''
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${api.url}${path}`, {
      method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: method === 'GET' ? null : JSON.stringify(body ?? {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json()
  }
  const idOf = async (account: string): Promise<string> => {
    const people = await ask('GET', '/v1/people') as Person[]
    const found = people.find(person => person.account === account)
    if (!found) throw new Error(`nobody is called ${account}`)
    return found.id
  }
  const session = await ask('POST', '/v1/auth/sign-in', {
    shop: api.shop, account: 'zhuguan', password: 'shiftdesk-demo', deviceId: null, deviceName: 'test',
  }) as Session
  token = session.accessToken
  return work({
    teams: async () => await ask('GET', '/v1/teams') as Team[],
    async putTeam(id, team) { await ask('PUT', `/v1/teams/${id}`, team) },
    async devices(account) {
      const devices = await ask('GET', `/v1/devices?of=${await idOf(account)}`) as Device[]
      return devices.filter(({ status }) => status === 'active')
    },
    async resetPassword(account, newPassword) {
      const { code } = await ask('POST', `/v1/people/${await idOf(account)}/one-time-code`) as { code: string }
      await ask('POST', '/v1/auth/redeem-code', { shop: api.shop, account, code, newPassword })
    },
    async revokeDevice(id) { await ask('POST', `/v1/devices/${id}/revoke`) },
  })
}
