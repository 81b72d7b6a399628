import type { Script } from '../entities/script.ts'

/** What an agent's own script does not have: dates, audience, campaign and review are the team's. */
export const PERSONAL = {
  twinOf: null, validFromMs: null, validToMs: null, campaign: null, audience: { teamIds: [], channelIds: [], tiers: [] }, ownerId: null,
  reviewAtMs: null,
} satisfies Partial<Script>
