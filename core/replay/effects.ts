import { NO_TIMERS } from '../../domain/timers/state.ts'
import { scriptPinyin } from '../../domain/palette/pinyin.ts'
import { PERSONAL } from '../../domain/scripts/personal.ts'
import type { MutationArgs, MutationName } from '../../protocol/mutations.ts'
import type { Effects, ReplayContext } from './context.ts'
import { line, said } from './line.ts'
import { HANDOVER_EFFECTS } from './shift/handover-effects.ts'
import { PRESENCE_EFFECTS } from './shift/presence-effects.ts'
import { ROSTER_EFFECTS } from './shift/roster-effects.ts'
import { TALK_EFFECTS } from './shift/talk-effects.ts'
import { TRANSFER_EFFECTS } from './shift/transfer-effects.ts'

function putDraft(context: ReplayContext, { draftId, ...written }: MutationArgs<'studio.draft_put'>): void {
  const before = context.read('content_draft', draftId)
  // Later than what it was, also within one millisecond: by its time one sees that it was written again.
  const changed = { ...written, state: 'draft' as const, reviewerId: null, updatedAtMs: Math.max(context.atMs, (before?.updatedAtMs ?? 0) + 1) }
  if (before) context.change('content_draft', draftId, () => changed)
  else context.make('content_draft', { ...changed, id: draftId, authorId: context.me.personId, reviewNote: null, createdAtMs: context.atMs })
}

/**
 * What each intent does here at once, until the server's rows come. Timers are the server's: a queued line leaves them running
 * (T12), and outcomes are never written here.
 */
export const EFFECTS: Effects<MutationName> = {
  'message.send': (context, { messageId, conversationId, body, lineKind, scriptId, attachmentIds, quoteId }) =>
    said(context, { id: messageId, conversationId, body, lineKind, scriptId, attachmentIds, quoteId }),
  'note.add': (context, { messageId, conversationId, body, mentions }) =>
    line(context, { id: messageId, conversationId, author: 'note', body, mentions }),
  'conversation.take': (context, { conversationId }) => {
    context.change('conversation', conversationId, row => (row.state === 'queued' || row.state === 'left'
      ? { state: 'open' as const, ownerId: context.me.personId, assignedAtMs: context.atMs }
      : {}))
  },
  'conversation.seen': (context, { conversationId, position }) => {
    context.change('conversation', conversationId, row => ({ seenPosition: Math.max(row.seenPosition, position) }))
  },
  'conversation.close': (context, { conversationId, enquiryClass, outcome }) => {
    context.change('conversation', conversationId, row => (row.state === 'closed' ? {} : {
      state: 'closed' as const, closedAtMs: context.atMs, enquiryClass: enquiryClass ?? row.enquiryClass, outcome: outcome ?? row.outcome,
    }))
  },
  'conversation.reopen': (context, { conversationId }) => {
    context.change('conversation', conversationId, row => (row.state === 'closed' ? { state: 'open' as const, closedAtMs: null } : {}))
  },
  'conversation.spam': (context, { conversationId, on }) => {
    context.change('conversation', conversationId, () => ({ spam: on }))
  },
  'companion.start': (context, { conversationId, customerId, channelId, nickname, language }) => {
    const channel = context.read('channel', channelId)
    if (!channel) return
    context.make('customer', {
      id: customerId, nickname, name: null, gender: null, tier: 'normal', tags: [], sinceMs: context.atMs, phoneMasked: null,
      emailMasked: null, addressMasked: null, birthday: null, orderCount: 0, blocked: false,
    })
    context.make('conversation', {
      id: conversationId, customerId, customerName: nickname, channelId, channelKind: channel.kind, teamId: channel.teamId,
      state: 'open', ownerId: context.me.personId, transferredFrom: [], language, skill: null, tier: 'normal', priority: 0,
      startedAtMs: context.atMs, queuedAtMs: null, assignedAtMs: context.atMs, closedAtMs: null, lastPosition: 0, seenPosition: 0,
      snippet: '', lastMessageAtMs: context.atMs, lastAuthor: null, spam: false, enquiryClass: null, outcome: null,
      timers: { ...NO_TIMERS, agentId: context.me.personId },
    })
  },
  'companion.tick': (context, { messageId, conversationId, who }) => {
    line(context, {
      id: messageId, conversationId, author: 'system', authorId: null, body: '',
      system: { kind: who === 'customer' ? 'customer_tick' : 'agent_tick', params: {} },
    })
  },
  'promise.make': (context, { promiseId, conversationId, text, dueAtMs }) => {
    if (!context.read('conversation', conversationId)) return
    context.make('promise', {
      id: promiseId, conversationId, agentId: context.me.personId, text, dueAtMs, state: 'open', createdAtMs: context.atMs, settledAtMs: null,
    })
  },
  'promise.settle': (context, { promiseId, state }) => {
    context.change('promise', promiseId, () => ({ state, settledAtMs: context.atMs }))
  },
  'customer.note': (context, { noteId, customerId, body }) => {
    if (!context.read('customer', customerId)) return
    context.make('customer_note', { id: noteId, customerId, authorId: context.me.personId, body, atMs: context.atMs, removed: false })
  },
  'customer.note_remove': (context, { noteId, removed }) => {
    context.change('customer_note', noteId, () => ({ removed }))
  },
  'customer.tag': (context, { customerId, tag, on }) => {
    context.change('customer', customerId, row => {
      const others = row.tags.filter(known => known !== tag)
      return { tags: on ? [...others, tag] : others }
    })
  },
  'customer.block': (context, { customerId, on }) => {
    context.change('customer', customerId, () => ({ blocked: on }))
  },
  'attachment.add': (context, args) => {
    if (!context.read('conversation', args.conversationId)) return
    context.make('attachment', { ...args, state: 'uploading', createdAtMs: context.atMs })
  },
  'proposed.dismiss': (context, { proposedId }) => {
    context.change('proposed_reply', proposedId, () => ({ dismissed: true }))
  },
  'script.personal_put': (context, { scriptId, ...content }) => {
    const made = { ...content, pinyin: scriptPinyin(content), updatedAtMs: context.atMs }
    if (context.read('script', scriptId)) context.change('script', scriptId, row => ({ ...made, version: row.version + 1 }))
    else context.make('script', { ...PERSONAL, ...made, id: scriptId, personId: context.me.personId, version: 1 })
  },
  'script.personal_remove': (context, { scriptId }) => {
    if (context.read('script', scriptId)?.personId === context.me.personId) context.remove('script', scriptId)
  },
  'studio.draft_put': putDraft,
  'studio.draft_drop': (context, { draftId }) => {
    context.remove('content_draft', draftId)
  },
  'studio.drafts_put': (context, { drafts }) => {
    for (const draft of drafts) putDraft(context, draft)
  },
  'studio.drafts_drop': (context, { draftIds }) => {
    for (const draftId of draftIds) context.remove('content_draft', draftId)
  },
  'release.read': (context, { readId, releaseId }) => {
    context.make('release_read', { id: readId, releaseId, personId: context.me.personId, atMs: context.atMs })
  },
  ...PRESENCE_EFFECTS, ...TRANSFER_EFFECTS, ...HANDOVER_EFFECTS, ...ROSTER_EFFECTS, ...TALK_EFFECTS,
}
