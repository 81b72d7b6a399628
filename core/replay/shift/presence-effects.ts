import type { Effects } from '../context.ts'

/** Presence (M3, M9, M10, H1): shown at once, also offline; the server judges it by the same rules when it hears of it. */
export const PRESENCE_EFFECTS: Effects<'presence.set' | 'presence.put_for'> = {
  'presence.set': (context, { state, reason, untilMs, cause }) => {
    context.change('presence', context.me.personId, () => ({
      state, reason, sinceMs: context.atMs, untilMs: untilMs ?? null, cause: cause ?? 'agent', byId: null,
    }))
  },
  'presence.put_for': (context, { personId, state, reason, untilMs }) => {
    context.change('presence', personId, () => ({
      state, reason, untilMs, sinceMs: context.atMs, cause: 'supervisor' as const, byId: context.me.personId,
    }))
  },
}
