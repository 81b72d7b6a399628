import { useLive } from './live-store.ts'

/** No word from the server: what has to be asked of it cannot be done now. */
export function useOffline(): boolean {
  return useLive(state => state.sync !== null && state.sync.state !== 'online' && state.sync.state !== 'syncing')
}
