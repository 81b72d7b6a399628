import type { Me } from '../../../protocol/rest.ts'

/** Supervisors see and move what is their teams'; the server asks the same of every intent. */
export function leadsTeams({ roles }: Pick<Me, 'roles'>): boolean {
  return roles.includes('supervisor') || roles.includes('admin')
}
