import { expect, it } from 'vitest'
import type { Logger } from 'pino'
import { systemClock } from '../edge/clock.ts'
import type { Sql } from '../store/sql.ts'
import { startHub } from './hub.ts'

/** A database that has one commit in `org` and `team:a` at seq 5, after the head was 1. */
function database() {
  const heard = new Map<string, (payload: string) => void>()
  const query = (parts: TemplateStringsArray) => Promise.resolve(
    parts.join('').includes('max(seq)') ? [{ seq: 5, scope: 'org' }, { seq: 5, scope: 'team:a' }] : [{ tenant: 't', seq: 1 }])
  const listen = (channel: string, hear: (payload: string) => void) => {
    heard.set(channel, hear)
    return Promise.resolve({ unlisten: () => Promise.resolve() })
  }
  return { sql: Object.assign(query, { listen }) as unknown as Sql, wake: (payload: unknown) => heard.get('shiftdesk_wake')?.(JSON.stringify(payload)) }
}

it('each watcher of what a commit touched is told, and of how many there are', async () => {
  const { sql, wake } = database()
  const hub = await startHub({ sql, listenSql: sql, clock: systemClock, log: { warn: () => undefined } as unknown as Logger })
  const told: string[] = []
  for (let n = 0; n < 3; n++) hub.watch('t', ['org'], (seq, watchers) => told.push(`org ${seq} ${watchers}`))
  hub.watch('t', ['team:b'], () => told.push('nothing of mine'))
  const done = new Promise<void>((resolve) => {
    hub.watch('t', ['team:a'], (seq, watchers) => {
      told.push(`team ${seq} ${watchers}`)
      resolve()
    })
  })
  await new Promise((resolve) => setImmediate(resolve))
  wake({ tenant: 't', seq: 5 })
  await done
  expect(told).toEqual(['org 5 4', 'org 5 4', 'org 5 4', 'team 5 4'])
  await hub.close()
})
