/** The palette over any program, and its key. */
export const everywhere = {
  everywhere: {
    key: 'Scripts over any program', keyHint: 'Press it in another program; what you pick is copied', switchOff: 'Switch off', switchOn: 'Switch on', off: 'Off',
    taken: 'Another program holds these keys: choose others, or close it and open the settings again', unusable: 'The system does not take these keys', press: 'Press the new keys…', change: 'Change the keys that call up the scripts',
    locked: 'The desk is locked', lockedHint: 'Unlock it at the desk, then use the scripts.', signedOut: 'Not signed in', signedOutHint: 'Sign in at the desk, then use the scripts.',
    desk: 'Open the desk', copy: 'copy', hide: 'close', notCopied: 'Not copied. Press Enter once more.', open: 'To fill: {{names}}. Enter again copies it all the same; add it after pasting.',
    noPictures: 'Pictures are not copied',
    preview: 'Full text',
  },
} as const
