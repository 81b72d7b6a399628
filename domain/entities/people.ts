import { z } from 'zod'
import { PRESENCE_CAUSES, PRESENCE_STATES } from './plain-lists.ts'
import { Id, Language, Millis } from './scalars.ts'

/** N5: one person may have several. */
export const Role = z.enum(['agent', 'trainee', 'supervisor', 'qc_reviewer', 'trainer', 'department_member', 'admin'])
export type Role = z.infer<typeof Role>

/** Ordered: a high-value customer goes first to a senior agent (P2). */
export const Seniority = z.enum(['trainee', 'junior', 'senior'])
export type Seniority = z.infer<typeof Seniority>

export const Person = z.object({
  id: Id,
  /** Sign-in name, unique in the tenant. */
  account: z.string(),
  /** What colleagues and customers read. */
  name: z.string(),
  roles: z.array(Role),
  teamIds: z.array(Id),
  seniority: Seniority,
  skills: z.array(z.string()),
  languages: z.array(Language),
  /** L2: conversations held at once. */
  conversationLimit: z.number().int().min(0).max(200),
  active: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** Being unreachable is a fact of its own and never mixed up with it. */
export const PresenceState = z.enum(PRESENCE_STATES)
export type PresenceState = z.infer<typeof PresenceState>

export const PresenceCause = z.enum(PRESENCE_CAUSES)
export type PresenceCause = z.infer<typeof PresenceCause>

export const Presence = z.object({
  /** The person's id. */
  id: Id,
  state: PresenceState,
  reason: z.string().max(200).nullable(),
  /** When it was done where it was done: an offline desk's change has its own time. */
  sinceMs: Millis,
  cause: PresenceCause.default('agent'),
  /** Of a supervisor who set it for somebody; null = the person, or the program. */
  byId: Id.nullable().default(null),
  /** M9: when the person means to be back; null = not said. */
  untilMs: Millis.nullable().default(null),
  /** False once no desk of the person has been heard for 60 s. */
  reachable: z.boolean(),
})
export type Presence = z.infer<typeof Presence>
