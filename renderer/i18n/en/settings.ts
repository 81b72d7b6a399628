/** Settings and shortcuts. */
export const settings = {
  settings: {
    title: 'Settings', look: 'Look', theme: 'Theme', system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast', language: 'Language', zh: '中文', en: 'English',
    textSize: 'Text size', small: 'Small', normal: 'Normal', large: 'Large', alert: 'Alerts', sound: 'Sound', soundHint: 'Once when nearly due, once when missed', volume: 'Volume', try: 'Play',
    quiet: 'Do not disturb', quietHint: 'No sound, no notification; colours and numbers stay', work: 'Answering', takeBack: 'Sent messages can be taken back for', takeBackOff: 'No wait', takeBackSec_one: '{{count}} s', takeBackSec_other: '{{count}} s', apology: 'Suggest an apology when late',
    privacy: 'Safety', lock: 'Lock when idle for', lockOff: 'Never', lockMin_one: '{{count}} min', lockMin_other: '{{count}} min', shortcuts: 'Shortcuts', change: 'Change', press: 'Press the new keys…', reset: 'Defaults',
    taken: 'Same as “{{other}}”', sidebar: 'Show the customer profile', about: 'Version {{version}}', needsModifier: 'Needs Ctrl or Alt',
    secret: 'Sign-in key', secretOs: 'Kept by the system key store', secretBasic: 'Lightly protected only', secretNone: 'Not kept',
  },
  guide: {
    title: 'The first five minutes', lead: 'From the first customer to the last, this is all you need.',
    online: { name: 'Go online', text: 'Set your state at the top left to Online: only then new customers come to you.' },
    next: { name: 'The most urgent first', text: 'The list is sorted by the nearest due; ring and number are the time left. This key opens the most urgent.' },
    send: { name: 'Answer', text: 'Enter sends, Shift Enter makes a new line. For a few seconds a message can be taken back into the composer.' },
    note: { name: 'For colleagues only', text: 'The customer never sees an internal note; @ mentions a colleague.' },
    promise: { name: 'Something to look up', text: 'Tell the customer when you will answer and start the promise timer; it reminds you.' },
    search: { name: 'Find anything', text: 'Nickname, order number, phone tail, what was said: all in one search.' },
    companion: { name: 'A chat program that is not connected', text: 'Start a conversation by hand: Enter copies your reply, paste and send it there, then press "I answered". Timers run as usual.' },
    close: { name: 'Done', text: 'Close the conversation; it can be undone. It opens again when the customer writes.' },
    leave: { name: 'Leave the seat', text: 'Before a meal, a break or the end of the shift: hang up and clear. Settle the list one by one; once it is settled you can go, and the auto-reply comes on.' },
    transfer: { name: 'Pass a customer on', text: 'A transfer counts once the colleague accepts; otherwise it comes back. When in doubt ask in an internal talk: the customer keeps their agent.' },
    offline: { name: 'Offline is fine', text: 'Go on writing: everything is kept here and goes out in order. The top right shows how much waits.' },
  },
  shortcuts: {
    title: 'Shortcuts', hint: 'Can be changed in the settings',
    groups: { go: 'Go to', answer: 'Answer', scripts: 'Scripts', desk: 'Desk' },
    palette: 'Scripts; again: knowledge', slash: 'Scripts, inside the reply', insertMore: 'Insert and stay', sendScript: 'Insert and send at once', nextVariable: 'Next place to fill in', mend: 'Use the better wording', notices: 'Notices and updates',
    next: 'Next due customer', nth: 'nth conversation', search: 'Search', send: 'Send', newline: 'New line', promise: 'Promise timer', close: 'Close conversation', transfer: 'Transfer', talks: 'Internal talk', hangUp: 'Hang up, or take customers again', leaving: 'Leave the seat: meal, end of shift, clear', accept: 'Accept a transfer', decline: 'Decline a transfer', note: 'Internal note on or off',
    profile: 'Fold or unfold the profile', picture: 'Add picture', help: 'Shortcuts', settings: 'Settings', lock: 'Lock', duty: 'Shift: roster, meals, wall', studio: 'Studio', newWindow: 'Open one more window', companion: 'Start a conversation by hand', customerWrote: 'By hand: customer wrote',
    iAnswered: 'By hand: I answered', takeBack: 'Take back the last message, or undo',
  },
} as const
