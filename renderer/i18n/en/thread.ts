/** Thread, composer, customer sidebar. */
export const thread = {
  header: {
    firstTime: 'First agent', agentsBefore_one: '{{count}} agent before', agentsBefore_other: '{{count}} agents before', more: 'More actions', close: 'Close', reopen: 'Reopen', take: 'Take',
    spam: 'Mark as spam', notSpam: 'Not spam', block: 'Block customer', unblock: 'Unblock', promise: 'Promise timer',
  },
  thread: {
    none: 'Choose a conversation', noneHint: '{{next}} opens the most urgent · {{search}} searches', empty: 'No messages yet', beforeTaken: 'Take this customer, and all messages appear here', missing: 'This conversation is no longer on your desk',
    loading: 'Opening the conversation…', loadingEarlier: 'Fetching earlier messages…', newMessages_one: '{{count}} new message', newMessages_other: '{{count}} new messages', toEnd: 'To the latest',
    automatic: 'Automatic', customer: 'Customer', typing: 'The customer is typing', quote: 'Quote', copy: 'Copy', gone: '(the quoted message is not here)',
    line: { answer: 'Answer', opening: 'Opening', holding: 'Holding', look_up: 'Look-up', apology: 'Apology', closing: 'Closing' },
    status: { held: 'Goes out in {{seconds}} s', queued: 'Queued', queuedWhy: 'Queued · goes out with the network, the timer runs on', sent: 'Sent', delivered: 'Delivered' },
    takeBack: 'Take back', refusedKept: 'The text is kept', useAgain: 'Put into composer', reveal: 'Click to show the {{kind}}', hide: 'Hide',
    masked: { mobile: 'mobile number', landline: 'phone number', international: 'phone number', email: 'mail address', id_card: 'ID number', bank_card: 'card number', account: 'account number' },
    note: 'Internal note', noteHint: 'Not visible to the customer', picture: 'Picture {{name}}', pictureLoading: 'Fetching the picture', pictureFailed: 'The picture did not come',
    uploadFailed: 'The upload did not finish', uploading: 'Uploading {{percent}}', lightbox: 'View picture', openLink: 'Open link {{url}}',
    proposed: 'Unsent reply of the agent before', proposedBy: '{{name}} wrote it {{when}}, it never went out', proposedUse: 'Use it', proposedDrop: 'Drop it',
  },
  system: {
    queued: 'The customer joined the queue', assigned: '{{name}} took the conversation', reassigned: 'Passed from {{from}} to {{name}}', reassignedTo: 'Passed to {{name}}', handedBack: '{{from}} is not there, back in the queue', closed: '{{name}} closed the conversation',
    closedPlain: 'Conversation closed', reopened: 'Conversation reopened', closed_notice: 'Outside opening hours, the customer was told', promise_made: 'Promised by {{time}}: {{text}}',
    promise_made_plain: 'Promised an answer by {{time}}', promise_kept: 'Promise kept', promise_cancelled: 'Promise cancelled', blocked: 'Blocked', unblocked: 'Unblocked',
    spam: 'Marked as spam', spamOff: 'No longer spam', silence_closed: 'Closed by itself: the customer was silent for long', customer_tick: 'Customer wrote (noted by hand)',
    agent_tick: 'Answered (noted by hand)', someone: 'An agent', me: 'You',
    transfer_offered: '{{from}} wants to pass it to {{name}}', transfer_offered_group: '{{from}} passed it to the queue', transfer_returned: 'Not accepted, back with {{name}}', transferred: 'Passed from {{from}} to {{name}}', handed_over: 'Handover: from {{from}} to {{name}}', taken_over: '{{name}} took the conversation over', watched: 'Supervisor {{name}} looks on',
  },
  refusal: {
    reassigned: 'Another agent has the customer now, this did not go out', not_allowed: 'You are not allowed to do this', not_found: 'The conversation is gone', closed: 'The conversation is closed',
    already_taken: 'Another agent took it', limit_reached: 'The limit of conversations is reached', unanswered: 'This customer has had no reply yet', blocked: 'The customer is blocked',
    invalid: 'The server does not accept this', failed: 'A server error, it was not done', language: 'The language rules do not allow this; it was not sent',
    personal_data: 'It holds another customer’s data; it was not sent',
    M2: 'No batch may leave a skill or a language without an agent', M4: 'A customer still waits, or a running one was passed on without a reason', M5: 'That colleague takes no customers now; it was not passed on', M6: 'The customer has been with two agents: please finish it',
    M7: 'The customer is talking to another agent; it was not passed on', M8: 'The customer is told first; it was not passed on', H5: 'You still have conversations, you cannot go off duty', D11: 'Messages left by day are answered by the day shift; it stays on its list',
  },
  composer: {
    label: 'Reply to {{name}}', placeholder: 'Reply, Enter sends, Shift Enter for a new line', notePlaceholder: 'Internal note, @ mentions a colleague, hidden from the customer',
    send: 'Send', addNote: 'Add note', saved: 'Draft saved', saving: 'Saving draft…', notSaved: 'The draft was not saved', newline: 'Shift Enter: new line',
    picture: 'Add picture', note: 'Internal note', promise: 'Promise timer', opening: 'Opening line', holding: 'Holding line', closing: 'Closing line', apology: 'Apology', offer: 'Insert {{line}}',
    noLine: 'The team has no such script yet', quoting: 'Quoting {{name}}', cancelQuote: 'Remove quote', removePicture: 'Remove picture {{name}}', drop: 'Drop to add the picture',
    long: '{{count}} / 120', apologyDue: 'Late: begin with an apology', holdingDue: 'Calm the customer first', mentions: 'Mention a colleague', closedHint: 'Closed. It opens again when the customer writes.',
    reopen: 'Reopen', queueHint: 'No agent has this customer yet.', notOwner: '{{name}} has this customer.', preparing: 'Preparing the picture…', take: 'Take this customer',
    blockedHint: 'This customer is blocked.', insertHint: 'Inserted for you to edit and send',
  },
  promise: {
    title: 'Promise timer', text: 'What was promised', textHint: 'e.g. look up the stock', minutes: 'In how long', at: 'By the clock', byMinutes_one: '{{count}} min', byMinutes_other: '{{count}} min', set: 'Start timer',
    keep: 'Kept', drop: 'Cancel promise', due: 'due {{time}}', tomorrow: 'tomorrow {{time}}',
  },
  close: {
    title: 'This customer has had no reply', lead: 'Closing without any reply counts as a fault (D9). The customer still waits.', anyway: 'Close anyway', reply: 'Reply first',
    promiseTitle: 'A promise is still open', promiseLead: 'The customer was promised something that has not happened yet. After closing nothing reminds you of it (D6).', promiseKeep: 'Keep it open',
  },
  spam: { title: 'Mark as spam?', lead: 'The conversation is closed and further messages raise no alert. You can undo it at any time.', confirm: 'Mark as spam' },
  block: { title: 'Block this customer?', lead: 'No message of this customer reaches you any more. Supervisors see the record; you can undo it.', confirm: 'Block' },
  inbox: {
    title: 'Not sent', lead: 'The server refused these. Every text is kept.', empty: 'Nothing was refused', forWhom: 'for {{name}}', put: 'Put into composer',
  },
  case: {
    class: {
      enquiry: 'Enquiry', order_change: 'Order change', order_query: 'Order query', payment: 'Payment', return: 'Return', exchange: 'Exchange', repair: 'Repair',
      complaint_quality: 'Complaint: quality', complaint_logistics: 'Complaint: logistics', complaint_attitude: 'Complaint: attitude',
      complaint_other: 'Complaint', suggestion: 'Suggestion',
    },
    outcome: { solved: 'solved', ordered: 'ordered', not_ordered: 'did not order', follow_up: 'to follow up' },
  },
  past: {
    title: 'Past conversation with {{name}}', open: 'Read this conversation', loading: 'Fetching what was said…', earlier: 'Earlier messages', again: 'Try again',
    offline: 'This conversation is not kept on this computer. It can be read when the network is back.',
    notYours: 'This conversation can no longer be read: the customer is not with you now.',
  },
  profile: {
    title: 'Customer', fold: 'Fold the profile', unfold: 'Unfold the profile', since: 'Customer since {{when}}', orders: 'Orders', orderCount_one: '{{count}} order', orderCount_other: '{{count}} orders', noOrders: 'No orders',
    past: 'Past conversations', noPast: 'No past conversations', notes: 'Notes', noNotes: 'No notes yet', addNote: 'Write a note', notePlaceholder: 'Colleagues only',
    tags: 'Tags', addTag: 'Add tag', tagPlaceholder: 'Tag name', removeTag: 'Remove tag {{tag}}', removeNote: 'Remove note', female: 'Ms', male: 'Mr',
    phone: 'Phone', email: 'Mail', address: 'Address', birthdaySoon: 'Birthday {{when}}', blocked: 'Blocked', returnLeft_one: '{{count}} day to return', returnLeft_other: '{{count}} days to return', returnLast: 'Last day to return',
    returnOver: 'Return time over', loading: 'Fetching the profile…', missing: 'Take this customer, and the profile appears here', unsolved: 'No outcome noted', agent: 'Agent', variant: '{{variant}}', more_one: '{{count}} more item', more_other: '{{count}} more items',
    state: {
      unpaid: 'Unpaid', paid: 'To be shipped', shipped: 'Shipped', in_transit: 'In transit', delivered: 'Delivered', completed: 'Completed', refunding: 'Refunding',
      refunded: 'Refunded', cancelled: 'Cancelled',
    },
  },
} as const
