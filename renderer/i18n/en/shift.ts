/** The agent's shift: state, meal, leaving, handover, transfers, talks, notices. */
export const shift = {
  duty: {
    kind: { day: 'Day shift', mid: 'Mid shift', night: 'Night shift', meeting: 'Meeting', training: 'Training', off: 'Day off' },
    next: 'Next: {{kind}} {{from}}–{{to}}', now: '{{kind}} {{from}}–{{to}}', none: 'No shift today', last: 'Last shift of the day', isDuty: 'You are on duty today',
    meal: { lunch: 'lunch', dinner: 'dinner' }, batch: '{{time}} {{meal}}, batch {{batch}}', clearIn: 'clear in {{left}}', mealIn: 'leave in {{left}}',
    backAt: 'back {{time}}', backLeft: '{{left}} left', backLate: '{{left}} late',
    cause: { agent: 'Set by you', roster: 'By the roster', idle: 'Nobody at the computer', supervisor: 'Set by {{name}}', help: 'You agreed to help', system: 'Set by the program' },
    since: 'since {{time}}', reason: 'Reason: {{reason}}', unreachable: 'The server does not hear this desk: colleagues see you as unreachable, and your customers may go to them.',
  },
  away: {
    title: 'Leave the seat', lead: 'Finish what runs; while you are away customers get the automatic reply.', reason: 'Reason',
    reasons: { water: 'Drink', restroom: 'Restroom', call: 'Phone call', colleague: 'See a colleague' }, own: 'Another reason', until: 'Back in', minutes_one: '{{count}} min', minutes_other: '{{count}} min', go: 'Leave',
  },
  prompt: {
    meal: 'Meal at {{time}}: hang up and finish your customers', shift_end: 'Your shift ends at {{time}}: hang up, clear, hand over what is left', meeting: 'Meeting at {{time}}: hang up, clear, hand over what is left',
    late_back: 'Time to be back: you said {{time}}', hangUp: 'Hang up and clear', list: 'Open the list', back: 'I am back',
  },
  leaving: {
    title: { meal: 'Meal break', away: 'Leave the seat', shift_end: 'End of shift', meeting: 'Meeting' }, at: '{{title}} · {{time}}', left: '{{left}} left', over: '{{left}} over', lead: 'Your customers, the most urgent first',
    step: { hung: 'Hang up', clear: 'Clear', auto: 'Auto-reply', go: { meal: 'Meal', away: 'Leave', shift_end: 'Off duty', meeting: 'Meeting' } },
    hungSince: 'No new customers since {{time}}', hungNot: 'Still takes new ones', hangUp: 'Hang up now', clearLeft: '{{left}} of {{total}} left', clearDone: 'All settled', autoHint: 'On while you are away', autoBack: 'back at {{time}}', goHint: 'Once all is settled', handHint: 'What is left goes to your counterpart',
    kind: { waiting: 'waits for a reply', running: 'running', fresh: 'just connected', quiet: 'waits for the customer', companion: 'kept by hand' },
    rule: { M4: 'Running: passing it on needs a reason', M6: 'Has been with two agents: please finish it' }, suggest: 'Could go to {{name}}, {{load}} customers', suggestWhy: 'Could go to {{name}}: {{why}}',
    answer: 'Answer', close: 'Close', transfer: 'Transfer…', transferTo: 'To {{name}}', wait: 'Wait', tick: 'Done there', undo: 'Undo',
    decided: { wait: 'Waits for the customer · auto-reply', done: 'Done there', transfer: 'Offered to {{name}}', transferPlain: 'Being passed on' }, gone: { closed: 'Closed', moved: 'Passed on' }, promise: 'Promised by {{time}}: {{text}}', promisePlain: 'Promised an answer by {{time}}',
    waiting_one: '{{count}} customer still waits for you', waiting_other: '{{count}} customers still wait for you', undecided_one: '{{count}} is undecided', undecided_other: '{{count}} are undecided', open: 'All settled, you can go', openEmpty: 'No customers, you can go', askGo: 'In a hurry? Your supervisor can let you go', keys: '↑↓ choose · letters act · {{go}} leave', empty: 'No customers on your desk', emptyHint: 'You can go.', stay: 'Stay',
    strip: { meal: 'Getting ready for the meal', away: 'Getting ready to leave', shift_end: 'Getting ready to go home', meeting: 'Getting ready for the meeting' }, stripLeft: '{{count}} left', stripDone: 'all settled', welcome: 'Welcome back, the auto-reply is off', welcomeWaiting_one: 'Welcome back: {{count}} customer waits', welcomeWaiting_other: 'Welcome back: {{count}} customers wait',
    failed: 'The list did not come. Your customers are where they were; please open it again.',
  },
  handover: {
    to: 'Hand over to', nobody: 'No counterpart (last shift)', note: 'Note for the counterpart', noteFor: 'Note for the counterpart: {{name}}', line: 'Handover line, sent to the customers first', lineHint: 'Empty = the team’s own line', send: 'Send the list ({{count}})', sent: 'The list went to {{name}}', sentNobody: 'The list went to whoever is free', offDuty: 'Go off duty', meet: 'To the meeting', allFinish: 'Last shift of the day, no counterpart: finish all before you go',
    counterpart: '{{name}} · {{state}}', counterpartAt: '{{name}} · on at {{time}}', progress: '{{done}} of {{total}} confirmed', confirmBy: 'to be confirmed in {{left}}, then they go to whoever is free', over: 'Time is up: what is not confirmed goes to whoever is free', allDone: 'All taken, you can go',
    state: { listed: 'Not confirmed yet', confirmed: '{{name}} has it', escalated: 'Went to {{name}}', void: 'Closed' }, someone: 'a colleague',
    strip_one: '{{name}} hands {{count}} customer over to you', strip_other: '{{name}} hands {{count}} customers over to you', stripContact_one: '{{count}} inherited customer is not contacted yet', stripContact_other: '{{count}} inherited customers are not contacted yet', given: 'Handover: {{done}} of {{total}} confirmed', show: 'Open the list', title: 'Handover from {{name}}', leadPlain: 'Look at history and note, confirm one by one, then contact each soon.',
    confirm: 'Confirm', contact: 'Contact', contacted: 'Contacted', contactIn: 'contact in {{left}}', contactLate: 'contact {{left}} late', noNote: 'No note', history: 'History', noTake: 'The team has no takeover line yet', keys: '↑↓ choose · Enter confirms · L contacts', empty: 'Nothing to take over', left: '{{left}} left', cause: { shift_end: 'End of shift', meeting: 'Meeting', lost_desk: 'Desk lost: list made by the program', off_duty_write: 'Customer of a colleague off duty' },
  },
  transfer: {
    open: 'Transfer', title: 'Transfer {{name}}', lead: 'Until it is accepted the customer stays yours, and the wait goes on.', agent: 'Agent', team: 'Team', skill: 'Skill', find: 'Find a colleague', none: 'No other colleagues', noTeams: 'No other teams', noSkills: 'No skills set up', loading: 'Looking for fitting colleagues…', failed: 'It did not come, please try again.',
    load: '{{load}} of {{limit}}', why: { next_batch: 'next meal batch', known: 'knows the customer', free: 'fewest customers' }, refused: { M5: 'takes no customers now', M7: 'customer is with another agent', full: 'limit reached', skill: 'lacks the skill', language: 'lacks the language' }, unreachable: 'unreachable',
    note: 'Note for the receiver', noteHint: 'Not visible to the customer', line: 'Said to the customer first', lineHint: 'The customer reads this', reason: 'Why it is passed on', reasonHint: 'A running one needs a reason', overrule: 'Overrule as supervisor, with a reason', overruleReason: 'Reason for overruling', m6: 'The customer has been with two agents and is not passed on. Please finish it.', m4: 'Running: passing it on needs a reason.',
    send: 'Transfer', sent: '{{customer}} offered to {{name}}', queued: '{{customer}} went to the queue of {{to}}', teamTo: 'To the queue of this team; the wait counts on', skillTo: 'To whoever has this skill; the wait counts on',
    incoming: '{{from}} wants to pass {{customer}} to you', accept: 'Accept', decline: 'Decline', left: '{{left}} s', outgoing: 'Waiting for {{name}} to take {{customer}}', cancel: 'Take back', returned: '{{name}} did not accept, {{customer}} is back with you', accepted: '{{name}} took {{customer}}', group: 'a colleague', cancelled: 'Transfer taken back', declined: 'Declined, the customer stays there',
  },
  others: { viewing: '{{name}} is looking', typing: '{{name}} is writing' },
  holders: { title: 'Who had it', now: 'now', queue: 'Queue', lasted: 'from {{time}}, {{duration}}', someone: 'An agent' },
  watch: { hint: 'You are watching. Colleagues see what you write, the customer never.', end: 'Stop watching', takeOver: 'Take over', title: 'Take {{name}} over?', lead: 'The customer becomes yours, and the agent is told.', reason: 'Reason', whisper: 'Whisper to {{name}}' },
  talks: {
    open: 'Internal talk', openCount_one: 'Internal talk, {{count}} open', openCount_other: 'Internal talk, {{count}} open', title: 'Internal talk: {{name}}', lead: 'Seen by colleagues only; the customer stays yours.', help: 'Ask for help', group: 'Discuss', kind: 'Kind', helpHint: 'Asks one person, with a time to answer by', to: 'Whom', members: 'Members', question: 'Question', questionHint: 'e.g. may we refund this one after all?', name: 'Title', due: 'Answer within', dueMin_one: '{{count}} min', dueMin_other: '{{count}} min', start: 'Send', say: 'Write to colleagues', send: 'Send', close: 'Solved', closed: 'Solved', empty: 'No internal talk yet', emptyHint: 'Ask when in doubt: the customer keeps their agent.',
    state: { open: 'not answered', answered: 'answered', closed: 'closed' }, dueIn: 'answer in {{left}}', dueLate: '{{left}} late', new: 'New', list: 'Open', find: 'Find a colleague',
  },
  notice: {
    title: 'My notices', open: 'Notices', openCount_one: '{{count}} new notice', openCount_other: '{{count}} new notices', empty: 'No notices', emptyHint: 'Changes of roster, swaps and handovers appear here.', seen: 'Got it', seenAll: 'Got them all', yes: 'Yes', no: 'No', agree: 'Agree', decline: 'Decline', answered: { yes: 'You agreed', no: 'You declined' }, someone: 'A colleague',
    roster_one: 'Your roster changed: {{count}} shift from {{date}}', roster_other: 'Your roster changed: {{count}} shifts from {{date}}', meal_plan: '{{date}}, {{meal}}: you go at {{time}}', swap_asked: '{{name}} wants to swap shifts with you', swapSettled: { agreed: 'The swap is agreed', declined: 'The swap was declined', cancelled: 'The swap was called off', impossible: 'No swap: the shifts have changed', asked: 'The swap waits for an answer' }, help_call: '{{name}} asks you to help out: too many customers in the queue', let_go: 'Your supervisor set you to “{{state}}”: {{reason}}', late_back: 'You are late, you said {{time}}', lateOther: '{{name}} is not back, said {{time}}',
    handover_one: '{{name}} hands {{count}} customer over to you', handover_other: '{{name}} hands {{count}} customers over to you', escalated_one: 'Handover not confirmed: {{count}} customer went to others', escalated_other: 'Handover not confirmed: {{count}} customers went to others', moved_one: '{{by}} moved {{count}} customer to {{to}}', moved_other: '{{by}} moved {{count}} customers to {{to}}', movedQueue_one: '{{by}} put {{count}} customer back into the queue', movedQueue_other: '{{by}} put {{count}} customers back into the queue', handed_over_one: 'While your desk was lost {{count}} customer went to colleagues', handed_over_other: 'While your desk was lost {{count}} customers went to colleagues', show: 'Open the list',
  },
} as const
