import type { MutationArgs } from '../../../protocol/mutations.ts'
import type { Effects, ReplayContext } from '../context.ts'

function say(context: ReplayContext, { talkId, messageId, body }: MutationArgs<'talk.say'>): void {
  const talk = context.read('talk', talkId)
  if (!talk) return
  context.make('talk_message', { id: messageId, talkId, memberIds: talk.memberIds, authorId: context.me.personId, body, atMs: context.atMs })
}

/** Colleagues about a case (L6), and questions for help (D17). */
export const TALK_EFFECTS: Effects<'talk.open' | 'talk.say' | 'talk.close'> = {
  'talk.open': (context, { talkId, messageId, body, ...talk }) => {
    const memberIds = [context.me.personId, ...talk.memberIds.filter(id => id !== context.me.personId)]
    context.make('talk', { ...talk, id: talkId, memberIds, state: 'open', startedAtMs: context.atMs })
    say(context, { talkId, messageId, body })
  },
  'talk.say': (context, args) => {
    say(context, args)
    context.change('talk', args.talkId, row => (row.state === 'open' && row.memberIds[0] !== context.me.personId ? { state: 'answered' as const } : {}))
  },
  'talk.close': (context, { talkId }) => {
    context.change('talk', talkId, () => ({ state: 'closed' as const }))
  },
}
