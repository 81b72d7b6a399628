import { z } from 'zod'
import { PRESENCE_STATES } from './plain-lists.ts'
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

/** The agent's own choice. Being unreachable is a fact of its own and never mixed up with it. */
export const PresenceState = z.enum(PRESENCE_STATES)
export type PresenceState = z.infer<typeof PresenceState>

export const Presence = z.object({
  /** The person's id. */
  id: Id,
  state: PresenceState,
  reason: z.string().max(200).nullable(),
  sinceMs: Millis,
  /** False once no desk of the person has been heard for 60 s. */
  reachable: z.boolean(),
})
export type Presence = z.infer<typeof Presence>
