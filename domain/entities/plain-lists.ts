// What windows, and a core that opens, need without the schemas: a window checks nothing, and zod would be a third of what it reads at its start.

/** Of a UUIDv7, and of the demo's fixed ids. */
export const ID_SHAPE = /^[A-Za-z0-9_:.-]+$/

/** What supervisors publish. */
export const CONTENT_KINDS = ['script', 'knowledge', 'language_rule', 'figures', 'incident_plan', 'hours'] as const

export const PRESENCE_STATES = ['online', 'hung_up', 'meal', 'handover', 'training', 'away', 'off_duty'] as const

/** Who or what set a state. system: the server, for a desk that vanished or a list that is empty. help: a yes to a call for help (L1). */
export const PRESENCE_CAUSES = ['agent', 'roster', 'idle', 'supervisor', 'help', 'system'] as const

/** Pictures that customers and agents may send. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const

/** Stands where a person's id does, for what the program publishes by itself. */
export const PROGRAM_ID = 'shiftdesk'
/** How people call it. */
export const PROGRAM_NAME = 'Shiftdesk'

/** Drafts that one release takes: what is written by the hundred goes out together. */
export const MOST_IN_RELEASE = 2_000

/** As many scripts of one reply are kept and counted. */
export const MOST_INSERTED = 10
