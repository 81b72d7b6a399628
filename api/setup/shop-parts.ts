import { z } from 'zod'
import type { EntityRow } from '../../domain/entities/entity.ts'
import { EVERYBODY, ScriptContent } from '../../domain/entities/script.ts'
import { Channel, LinePattern, Team } from '../../domain/entities/team.ts'
import { scriptPinyin } from '../../domain/palette/pinyin.ts'
import { withTimers } from '../../domain/timers/policy.ts'
import { audit } from '../auth/audit.ts'
import { requireRole } from '../auth/authenticate.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { Where } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { followTeam } from '../studio/apply-figures.ts'
import { storeChannelKey } from './channel-keys.ts'
import type { ChannelKeys } from './channel-keys.ts'
import { requireTeams, tenantDb } from './people.ts'

/** Seconds of a day: no timer of a conversation is longer. */
const TimerSeconds = z.number().int().positive().max(86_400)
const ShortText = z.string().trim().min(1).max(60)

const TimeZone = z.string().max(60).refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'no such time zone')

export const TeamDraft = Team.omit({ id: true, timersBefore: true }).extend({
  name: ShortText,
  /** A figure that is left out is the standard one. */
  timers: z.object(Object.fromEntries(Object.keys(Team.shape.timers.shape).map((name) => [name, TimerSeconds.optional()])))
    .pipe(Team.shape.timers),
  linePatterns: z.array(LinePattern).max(200),
  returningHours: z.number().int().min(0).max(24 * 365),
  timeZone: TimeZone.default('Asia/Shanghai'),
})
export type TeamDraft = z.infer<typeof TeamDraft>

export const ChannelDraft = Channel.omit({ id: true }).extend({
  name: ShortText,
  openingHours: Channel.shape.openingHours.extend({
    timeZone: TimeZone,
    periods: Channel.shape.openingHours.shape.periods.max(50),
    holidays: z.array(z.iso.date()).max(400),
  }),
  automaticReply: z.string().max(500).nullable(),
  closedNotice: z.string().max(500).nullable(),
  skill: z.string().max(40).nullable(),
})
export type ChannelDraft = z.infer<typeof ChannelDraft>

/** A new channel may name its key and, for a webhook, where answers go. */
export const NewChannel = z.object({
  channel: ChannelDraft,
  publicKey: z.string().regex(/^[a-z0-9][a-z0-9-]{2,59}$/).optional(),
  url: z.url({ protocol: /^https?$/ }).max(500).optional(),
})
export const ChannelWithKeys = z.object({
  channel: Channel,
  /** Told once: note them down. */
  keys: z.object({ publicKey: z.string(), secretIn: z.string().nullable(), secretOut: z.string().nullable() }).nullable(),
})

/** What is not said has its default: these routes are for setting a shop up; supervisors publish by releases. */
export const ScriptDraft = ScriptContent.extend({
  campaign: ScriptContent.shape.campaign.default(null), audience: ScriptContent.shape.audience.default(EVERYBODY),
  pictureIds: ScriptContent.shape.pictureIds.default([]), ownerId: ScriptContent.shape.ownerId.default(null),
  reviewAtMs: ScriptContent.shape.reviewAtMs.default(null),
})
export type ScriptDraft = z.infer<typeof ScriptDraft>

/** All rows of a kind of the caller's shop: teams, channels, scripts sync to every desk, so anybody signed in may read them. */
export async function listPart<N extends 'team' | 'channel' | 'script'>(
  context: ApiContext, actor: Actor, name: N,
): Promise<EntityRow<N>[]> {
  return listEntities(await tenantDb(context, actor.tenant), name, name === 'script' ? { personId: null } as Where<N> : {})
}

/** One audited change of one row by an administrator or supervisor. */
async function write<T>(
  context: ApiContext, actor: Actor, action: string, work: (changes: ChangeSet) => Promise<{ subject: string, value: T }>,
): Promise<T> {
  requireRole(actor, 'admin', 'supervisor')
  return inTransaction(context, actor.tenant, async (changes) => {
    const { subject, value } = await work(changes)
    await audit(changes, context.ids.next(), context.clock.now(), {
      action, personId: actor.personId, deviceId: actor.deviceId, subject,
    })
    changes.afterCommit(() => context.routing.wake(actor.tenant))
    return value
  })
}

/** Makes a team (`id` null) or replaces one; its figures follow. Throws ProblemError 403, 404. */
export function putTeam(context: ApiContext, actor: Actor, id: string | null, draft: TeamDraft): Promise<EntityRow<'team'>> {
  return write(context, actor, 'team.put', async (changes) => {
    const before = id === null ? null : await readEntity(changes, 'team', id, { lock: true })
    if (id !== null && !before) throw new ProblemError(404, 'not_found')
    const nowMs = context.clock.now()
    const value = before
      ? withTimers({ ...before, ...draft, timers: before.timers }, draft.timers, nowMs)
      : { id: context.ids.next(), ...draft, timersBefore: [] }
    await changes.put('team', value)
    await followTeam(changes, value, { personId: actor.personId, nowMs })
    return { subject: value.id, value }
  })
}

/** Makes a channel with its keys. Administrators. Throws ProblemError 403, 409 (key taken), 422 `unknown_team`. */
export function addChannel(
  context: ApiContext, actor: Actor, wish: z.infer<typeof NewChannel>,
): Promise<{ channel: EntityRow<'channel'>, keys: ChannelKeys | null }> {
  requireRole(actor, 'admin')
  return write(context, actor, 'channel.added', async (changes) => {
    const channel = { id: context.ids.next(), ...wish.channel }
    await requireTeams(changes, [channel.teamId])
    await changes.put('channel', channel)
    const keys = await storeChannelKey(changes, { ...wish, channelId: channel.id, kind: channel.kind }, context.clock.now(), {
      mayBeInside: context.config.demo,
    })
    return { subject: channel.id, value: { channel, keys } }
  })
}

/** Replaces a channel's settings; its kind stays. Throws ProblemError 403, 404, 422. */
export function putChannel(context: ApiContext, actor: Actor, id: string, draft: ChannelDraft): Promise<EntityRow<'channel'>> {
  return write(context, actor, 'channel.put', async (changes) => {
    const before = await readEntity(changes, 'channel', id, { lock: true })
    if (!before) throw new ProblemError(404, 'not_found')
    if (before.kind !== draft.kind) throw new ProblemError(422, 'kind_is_fixed')
    await requireTeams(changes, [draft.teamId])
    const value = { id, ...draft }
    await changes.put('channel', value)
    return { subject: id, value }
  })
}

/** Makes a quick reply (`id` null) or replaces one (S3). Throws ProblemError 403, 404, 422 `unknown_twin`. */
export function putScript(context: ApiContext, actor: Actor, id: string | null, draft: ScriptDraft): Promise<EntityRow<'script'>> {
  return write(context, actor, 'script.put', async (changes) => {
    const before = id === null ? null : await readEntity(changes, 'script', id, { lock: true })
    if (id !== null && (!before || before.personId !== null)) throw new ProblemError(404, 'not_found')
    if (draft.twinOf !== null && !await readEntity(changes, 'script', draft.twinOf)) throw new ProblemError(422, 'unknown_twin')
    const value = {
      id: id ?? context.ids.next(), ...draft, personId: null, version: (before?.version ?? 0) + 1, updatedAtMs: context.clock.now(),
      pinyin: scriptPinyin(draft),
    }
    await changes.put('script', value)
    return { subject: value.id, value }
  })
}

/** Takes a quick reply out of use. Throws ProblemError 403, 404. */
export function removeScript(context: ApiContext, actor: Actor, id: string): Promise<void> {
  return write(context, actor, 'script.removed', async (changes) => {
    if ((await readEntity(changes, 'script', id, { lock: true }))?.personId !== null) throw new ProblemError(404, 'not_found')
    await changes.remove('script', id)
    return { subject: id, value: undefined }
  })
}
