import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'

/** Whether a stream may go on: revoked = the device, over = the session (signed out, password reset, person switched off). */
export type Standing = 'live' | 'revoked' | 'over'

/** How a device and its session stand now. Who asks has been heard of by that. */
export async function standingOf({ sql, clock }: ApiContext, { tenant, deviceId, familyId }: Pick<Actor, 'tenant' | 'deviceId' | 'familyId'>): Promise<Standing> {
  const [device] = await sql<{ status: string, live: boolean }[]>`
    update device d set last_seen_at_ms = ${clock.now()} where d.tenant = ${tenant} and d.id = ${deviceId}
    returning d.status, exists (
      select 1 from refresh_token t join person p on p.tenant = t.tenant and p.id = t.person_id
      where t.tenant = d.tenant and t.id = ${familyId} and t.device_id = d.id and t.revoked_at_ms is null and p.active
    ) as live`
  if (device?.status !== 'active') return 'revoked'
  return device.live ? 'live' : 'over'
}
