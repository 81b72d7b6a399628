import type { LiveState } from './live-store.ts'

/** Supervisors and administrators write what every desk works with, and lead the shift. */
export function isSupervisor({ session }: Pick<LiveState, 'session'>): boolean {
  return session?.me?.roles.some(role => role === 'supervisor' || role === 'admin') ?? false
}
