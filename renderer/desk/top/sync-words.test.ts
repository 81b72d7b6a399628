import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '../../../protocol/views.ts'
import { syncWords } from './sync-words.ts'

const status: SyncStatus = {
  state: 'online', queued: 0, uploading: 0, refused: 0, syncedAtMs: 1, reason: null, progress: null, clockOffsetMs: 0,
}
const words = (change: Partial<SyncStatus>) => syncWords({ ...status, ...change }, '2 min', share => `${share * 100}%`)

describe('the status is honest', () => {
  it('says synced only when nothing waits', () => {
    expect(words({})).toMatchObject({ tone: 'ok', key: 'sync.online' })
    expect(words({ queued: 2 })).toMatchObject({ tone: 'busy', key: 'sync.queued', with: { count: 2 } })
  })
  it('does not call it synced while something was refused', () => {
    expect(words({ refused: 2 })).toMatchObject({ tone: 'late', key: 'sync.refusedShort', with: { refused: 2 } })
  })
  it('names what is queued offline', () => {
    expect(words({ state: 'offline', queued: 4 })).toMatchObject({ tone: 'warn', key: 'sync.offlineQueued', with: { count: 4 } })
    expect(words({ state: 'offline' }).key).toBe('sync.offline')
  })
  it('says for how long it has been stuck, also with a queue', () => {
    expect(words({ state: 'stuck', queued: 3 })).toMatchObject({ tone: 'late', key: 'sync.stuck', with: { duration: '2 min' } })
  })
  it('shows how far the first download is', () => {
    expect(words({ state: 'syncing', progress: 0.4 })).toMatchObject({ key: 'sync.first', with: { percent: '40%' } })
  })
})
