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
  shortcuts: {
    title: 'Shortcuts', hint: 'Can be changed in the settings',
    groups: { go: 'Go to', answer: 'Answer', desk: 'Desk' },
    next: 'Next due customer', nth: 'nth conversation', search: 'Search', send: 'Send', newline: 'New line', promise: 'Promise timer', close: 'Close conversation', note: 'Internal note on or off',
    profile: 'Fold or unfold the profile', picture: 'Add picture', help: 'Shortcuts', settings: 'Settings', lock: 'Lock', newWindow: 'Open one more window', companion: 'Start a conversation by hand', customerWrote: 'By hand: customer wrote',
    iAnswered: 'By hand: I answered', takeBack: 'Take back the last message, or undo',
  },
} as const
