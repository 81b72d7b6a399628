import type { SyncStatus } from '../../../protocol/views.ts'

type Words = {
  tone: 'ok' | 'busy' | 'warn' | 'late'
  key: 'sync.online' | 'sync.syncing' | 'sync.offline' | 'sync.offlineQueued' | 'sync.queued' | 'sync.stuck' | 'sync.upgrade' | 'sync.first' | 'sync.refusedShort'
  with: { count: number; refused: number; duration: string; percent: string }
}

/**
 * What the status says: never "synced" while something waits, and how long it has been stuck.
 * @param since how long ago desk and server agreed, in words
 */
export function syncWords(sync: SyncStatus, since: string, percent: (share: number) => string): Words {
  const values = { count: sync.queued, refused: sync.refused, duration: since, percent: sync.progress === null ? '' : percent(sync.progress) }
  const say = (tone: Words['tone'], key: Words['key']): Words => ({ tone, key, with: values })
  if (sync.state === 'upgrade') return say('late', 'sync.upgrade')
  if (sync.state === 'stuck') return say('late', 'sync.stuck')
  if (sync.state === 'offline') return say('warn', sync.queued > 0 ? 'sync.offlineQueued' : 'sync.offline')
  if (sync.progress !== null) return say('busy', 'sync.first')
  if (sync.queued > 0) return say('busy', 'sync.queued')
  if (sync.refused > 0) return say('late', 'sync.refusedShort')
  return sync.state === 'syncing' ? say('busy', 'sync.syncing') : say('ok', 'sync.online')
}
