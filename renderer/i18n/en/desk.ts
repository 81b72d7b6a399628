/** Top bar, rail, conversation list. */
export const desk = {
  common: {
    cancel: 'Cancel', close: 'Close', undo: 'Undo', copy: 'Copy', copied: 'Copied', retry: 'Try again',
    dismiss: 'Dismiss', loading: 'Loading…',
  },
  regions: { top: 'Status bar', rail: 'Navigation', list: 'Conversations', thread: 'Thread', composer: 'Reply', profile: 'Customer' },
  rail: { conversations: 'Chats', shortcuts: 'Keys', settings: 'Settings', waiting_one: '{{count}} customer waits', waiting_other: '{{count}} customers wait' },
  presence: {
    label: 'My state: {{state}}',
    online: 'Online', hung_up: 'Hung up', meal: 'Meal break', handover: 'Handover', training: 'Training', away: 'Away', off_duty: 'Off duty',
    hint: {
      online: 'Takes new customers', hung_up: 'No new customers, finish the running ones', meal: 'At a meal', handover: 'Shift handover',
      training: 'Training or meeting', away: 'Away from the seat', off_duty: 'Done for today',
    },
    unreachable: 'The server does not hear this desk',
    lock: 'Lock', switch: 'Switch agent', signOut: 'Sign out',
  },
  today: {
    first: 'First', average: 'Average', missed: 'Missed', seconds: '{{value}} s', none: '—',
    explain: 'Average first reply, average reply and missed replies of today',
  },
  sync: {
    online: 'Synced', syncing: 'Syncing', offline: 'Offline', offlineQueued_one: 'Offline · {{count}} queued', offlineQueued_other: 'Offline · {{count}} queued',
    queued_one: '{{count}} queued', queued_other: '{{count}} queued', stuck: 'Not synced for {{duration}}', upgrade: 'Upgrade needed', first: 'First download {{percent}}',
    title: 'Sync', last: 'Last synced', never: 'Not yet', queuedRow: 'Waiting to be sent', uploading: 'Pictures going up',
    refused: 'Not accepted', refusedShort: '{{refused}} not sent', now: 'Try now', offsetRow: 'Offset to the server', reasonRow: 'Reason', showInbox: 'See what was not sent',
    kept: 'Offline you go on as usual: everything is kept here and goes out in order once the network is back.',
    reason: {
      network: 'No network', server: 'The server does not answer', session: 'Sign in again', disk_full: 'The disk is full',
      loopback_only: 'Trial: this computer only', clock: 'This computer\'s clock is wrong', unknown: 'Unknown',
    },
  },
  search: {
    open: 'Search', title: 'Search', placeholder: 'Nickname, order number, phone tail, message text', empty: 'Nothing found for “{{text}}”',
    start: 'Looks through every conversation, customer and order you can see', searching: 'Searching…', failed: 'The search failed, please try again.',
    kind: { conversation: 'Conversation', message: 'Message', customer: 'Customer', order: 'Order' },
    hint: '↑↓ choose · Enter open · Esc close',
    noConversation: 'No conversation to open',
  },
  list: {
    waiting: 'To answer', running: 'Running', queue: 'Queue', left: 'Left messages', closed: 'Closed',
    byDue: 'by nearest due', fresh_one: '{{count}} new customer, show', fresh_other: '{{count}} new customers, show', reorder: 'Order has changed, refresh',
    empty: 'No conversations now', emptyHint: 'A new customer appears here, with a sound.',
    offline: 'Offline, showing what is kept here', loading: 'Fetching conversations…',
    draft: 'Draft', queued_one: '{{count}} queued', queued_other: '{{count}} queued', unread_one: '{{count}} unread', unread_other: '{{count}} unread', typing: 'typing…', spam: 'Spam',
    agentNthHint_one: '{{count}} agent before', agentNthHint_other: '{{count}} agents before', wantsReply: 'Waits', ago: '{{when}}', justNow: 'just now', waits: 'waits {{time}}',
    startCompanion: 'Start a conversation by hand', start: 'New', noSnippet: '(no message yet)',
    fold: 'Fold {{name}}', unfold: 'Unfold {{name}}',
    rowDue: '{{rule}}: {{seconds}} left', rowLate: '{{rule}}: {{seconds}} late',
  },
  tier: { normal: 'Normal', silver: 'Silver', gold: 'Gold' },
  channel: { web_chat: 'Web', webhook: 'Shop IM', companion: 'By hand', phone: 'Phone', mail: 'Mail', social: 'Social media' },
  companion: {
    title: 'Start a conversation by hand', lead: 'For a chat program that cannot be connected: timers and records work as usual.', nickname: 'Customer nickname', channel: 'Channel',
    language: 'Language', zh: 'Chinese', en: 'English', start: 'Start', noChannel: 'There is no channel kept by hand. Ask your supervisor for one.',
    customerWrote: 'Customer wrote', iAnswered: 'I answered', hint: 'Press the key when you receive or answer in the other program.',
  },
  due: {
    T1: 'First reply', T2: 'Reply', T3: 'Holding line', T4: 'Apology', T7: 'Silent', T8: 'Promise',
    inTime: '{{time}} left', late: '{{time}} late', none: 'Nothing due',
    queuedMark: 'Reply is queued, the timer runs on',
  },
  alert: { title_one: '{{count}} customer waits', title_other: '{{count}} customers wait' },
  toast: { closed: 'Conversation with {{name}} closed', noteRemoved: 'Note removed', tagRemoved: 'Tag “{{tag}}” removed',
    tookBack: 'Taken back, the text is in the composer', spamOn: 'Marked as spam',
    spamOff: 'No longer spam', blocked: 'Customer blocked', unblocked: 'Customer unblocked', promise: 'Promise noted', tick: 'Noted',
    region: 'Notices' },
} as const
