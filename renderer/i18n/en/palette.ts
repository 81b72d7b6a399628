/** Scripts at hand: the palette, variables, language while typing, what the agent has to know. */
export const palette = {
  palette: {
    comma: ', ', title: 'Scripts', field: 'Find a script', placeholder: 'Word, pinyin, initials or code', open: 'Insert a script', tab: { scripts: 'Scripts', knowledge: 'Knowledge' },
    allStages: 'All stages', allScenes: 'All scenes', stageFilter: 'Stage: {{name}}', sceneFilter: 'Scene: {{name}}',
    offered: 'Fitting right now', found_one: '{{count}} found', found_other: '{{count}} found', near: 'Nothing just like this; these are the nearest', searching: 'Searching…',
    empty: 'Nothing found for "{{text}}"', emptyFiltered: 'Nothing found for "{{text}}" in this selection', emptyHint: 'Try another word, initials or a code', emptyAll: 'No scripts yet', 
    personal: 'Mine', changed: 'Updated', pictures_one: 'With {{count}} picture', pictures_other: 'With {{count}} pictures', 
    keys: { insert: 'insert', more: 'insert, stay', send: 'send at once', tab: 'scripts / knowledge' },
    openVariables: 'To be filled in: {{names}}', cases: 'Cases', mistakes: 'Usual mistakes', useCase: 'Insert this case', updated: 'Updated {{when}}',
    new: 'New script of my own', edit: 'Edit', remove: 'Delete', removed: 'Your script "{{title}}" was deleted', saved: 'Your script is saved',
    changedCount_one: '{{count}} updated script', changedCount_other: '{{count}} updated scripts',
    picturesFailed: 'The pictures of the script could not be had; its text is inserted.', tooManyPictures: 'At most 10 pictures a message', 
    reason: {
      greeting: 'greeted', question: 'asked', waiting: 'waiting', late: 'reply is late', angry: 'upset', promise: 'promise open', unpaid: 'not paid yet', paid: 'paid',
      shipped: 'shipped', returning: 'return under way', after_sale: 'after-sale', campaign: 'campaign', incident: 'incident', vip: 'high value', complainer: 'often complains', meal: 'meal break',
      handover: 'handover', left_message: 'left message', closing: 'time to close', often: 'often used', recent: 'just used', their_words: 'their words', order_words: 'their order',
    },
  },
  stage: {
    opening: 'Opening', care: 'Care', waiting: 'Waiting', look_up: 'Look-up', transfer: 'Transfer', recommendation: 'Recommendation', order_check: 'Order check', reminder: 'Reminder', closing: 'Closing',
    apology: 'Apology', complaint: 'Complaint', after_sale: 'After-sale', meal: 'Meal', handover_give: 'Handing over', handover_take: 'Taking over', left_message: 'Left message',
  },
  personalScript: {
    titleNew: 'New script of my own', titleEdit: 'Edit my script', lead: 'Only on your own desks, beside the scripts of the team.', name: 'Name', code: 'Code', codeHint: 'For example wd01',
    body: 'Text', bodyHint: 'Variables may be used, for example {{example}}: what follows the bar stands where nothing is known', language: 'Language', save: 'Save', needed: 'Name, code and text are needed',
  },
  variable: {
    left_one: '{{count}} place to be filled in: {{names}}', left_other: '{{count}} places to be filled in: {{names}}', next: 'Tab goes there', refused: 'Not filled in yet: it was not sent',
  },
  language: {
    C1: 'No brush-off: say "I will help you…" or "we can…"', C2: 'Never ask a customer for passwords, codes or full card numbers', C3: 'No absolute promises; a clock time is welcome', C4: 'This may be another customer\'s data and cannot be sent',
    D4: 'Calm first, then a time; never a defence or an argument', D5: '"Anything else?" once in a conversation', D6: 'No closing line before everything is done', D9: 'Apologise to an upset customer, do not argue', D15: 'Describe the goods as they are; the shop takes responsibility',
    length: 'Too long to be read easily; two messages may be better', email: 'This address is neither in this conversation nor in the customer\'s data', variable: 'Something is not filled in yet', phone: 'This number is neither in this conversation nor in the customer\'s orders', address: 'This address is neither in this conversation nor in the customer\'s orders',
    identity: 'Contains an identity number', order: 'This order number is not of this customer', card: 'Contains a card number', code: 'Contains a code or password',
    severity: { block: 'Cannot be sent', warn: 'Better not', note: 'Note' },
    fix: 'Say "{{words}}"', drop: 'Delete', again: 'Enter again sends it anyway; that is recorded', blocked: 'It can be sent once this is mended', marks: 'Language', count: '{{at}} / {{count}}', next: 'Next place', previous: 'Previous place',
  },
  briefing: {
    title: 'Notices and updates', open: 'Notices', openCount_one: 'Notices, {{count}} to confirm', openCount_other: 'Notices, {{count}} to confirm', lead: 'What supervisors published; also there offline.', empty: 'No notices yet',
    mustRead: 'To confirm', read: 'I have read it', readNext: 'I have read it, next', confirmed: 'Confirmed', later: 'Later', unread_one: '{{count}} notice to confirm', unread_other: '{{count}} notices to confirm', show: 'Show',
    kind: { content: 'Scripts updated', notice: 'Notice', incident: 'Incident' }, items_one: '{{count}} entry', items_other: '{{count}} entries', moreItems_one: '{{count}} more', moreItems_other: '{{count}} more', undoes: 'Takes back an earlier update',
    incident: 'Incident', since: 'since {{when}}', grade: { minor: 'minor', major: 'major', critical: 'critical' }, notice: 'Notice', path: 'Whom to tell', scripts: 'Scripts for it', details: 'Show what to do',
    fold: 'Fold', action: { put: 'published', retire: 'retired' },
  },
} as const
