/** The studio: its frame, scripts, releases. */
export const studio = {
  studio: {
    title: 'Studio', pages: 'Pages of the studio',
    page: { scripts: 'Scripts', knowledge: 'Knowledge', releases: 'Releases' },
    offline: 'Offline: drafts work as usual and are kept on this computer; review and release need a network.',
    refused: {
      own_draft: 'Somebody else has to review what you wrote.', forbidden: 'Your account may not do this.',
      already_out: 'It is out already and cannot be cancelled; you can undo the release.',
      unfinished: 'Something that is needed is not written yet.', not_found: 'It is not there any more; somebody may just have dealt with it.',
    },
  },
} as const
