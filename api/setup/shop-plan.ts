import { z } from 'zod'
import { Channel, Team } from '../../domain/entities/team.ts'
import { Account } from './staff-file.ts'

/** At least this long; length is worth more than odd characters. */
const Password = z.string().min(10).max(200)

/** What `setup` asks for, as flags, JSON on stdin, or the page on first start. */
export const ShopPlan = z.object({
  /** Typed at sign-in. */
  shop: z.string().min(2).max(40).regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().trim().min(1).max(60),
  admin: z.object({ account: Account, name: z.string().trim().min(1).max(60), password: Password }),
  teams: z.array(z.object({ name: z.string().trim().min(1).max(60) })).min(1).max(50),
  channels: z.array(z.object({
    kind: z.enum(['web_chat', 'webhook', 'companion']),
    name: z.string().trim().min(1).max(60),
    team: z.string(),
    language: Channel.shape.language.default('zh'),
    /** Web chat: the key in the page's address; else one is made. */
    publicKey: z.string().regex(/^[a-z0-9][a-z0-9-]{2,59}$/).optional(),
    /** Webhook: where answers are sent. */
    url: z.url({ protocol: /^https?$/ }).optional(),
  })).max(50).default([]),
}).superRefine((plan, issues) => {
  const names = plan.teams.map((team) => team.name)
  if (new Set(names).size !== names.length) issues.addIssue({ code: 'custom', path: ['teams'], message: 'two teams of one name' })
  for (const [index, channel] of plan.channels.entries()) {
    if (!names.includes(channel.team)) {
      issues.addIssue({ code: 'custom', path: ['channels', index, 'team'], message: `no team "${channel.team}" in this plan` })
    }
  }
})
export type ShopPlan = z.infer<typeof ShopPlan>

/** The figures of SOP.md for a new team. */
export const NEW_TEAM_TIMERS = Team.shape.timers.parse({})
