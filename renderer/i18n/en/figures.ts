export const figures = {
  figures: {
    title: 'Rules and figures', lead: 'Per team. A published change counts for new dues only.', team: 'Team', view: { figures: 'Figures', hours: 'Opening hours' },
    search: 'Find by rule or name', onlyChanged: 'Only what differs', onlyDraft: 'Only the draft', count: '{{count}} figures', none: 'No figure fits', noneHint: 'Try another word, or take a filter off',
    noTeams: 'No team yet', failed: 'Could not be fetched. Nothing is lost.', standard: 'Default {{value}}', changedBy: '{{name}}, {{when}}', never: 'Never changed',
    undo: 'Undo this change', reset: 'Back to the default', later: 'Not in use yet', laterHint: 'Nothing in the program reads this figure yet; it can be set once something does.', versions: 'Versions',
    unit: { sec: 's', min: 'min', h: 'h', days: 'days', percent: '%', chars: 'characters', rings: 'rings' },
    equals: '= {{text}}', severity: { block: 'Block', warn: 'Warn', note: 'Note' }, on: 'On', off: 'Off',
    fault: { number: 'A whole number, please', clock: 'A time of day, please, like 12:00', range: 'Between {{min}} and {{max}} only', above: 'Not more than “{{other}}” ({{value}})', below: 'Not less than “{{other}}” ({{value}})', unknown: 'Unknown figure' },
    group: {
      timers: 'Timers of a conversation', channels: 'Other channels', load: 'Load and routing', language: 'Language', scripts: 'Scripts and knowledge', orders: 'Orders', tickets: 'Tickets', meal: 'Meal break', handover: 'Shift handover',
      quality: 'Quality and satisfaction', training: 'New agents and training',
    },
    name: {
      firstReplySec: 'First human reply', averageReplySec: 'Each reply (average response)', holdingSec: 'Holding line is due', apologySec: 'Apology is due', silenceAskSec: 'Customer silent: ask what they need', silenceCloseSec: 'Still silent: close by itself',
      promiseSec: 'Default length of a look-up or promise', promiseNudgeSec: 'Nudge before a promise runs out', peakReplySec: 'Average response at peak', phoneRings: 'Telephone: answered within', phoneRingSec: 'Length of one ring', mailReplyHours: 'Reply to mail',
      socialReplyHours: 'Reply on social media', queueAlertCount: 'Queue that raises the alarm', returningHours: 'Returning customer goes to the same agent within', queueAgingSec: 'Wait that counts like one tier', unreachableSec: 'Silent so long, a desk counts as lost',
      handoverSec: 'After that, its customers go to others', busyDeskCount: 'Conversations that make a desk busy', messageChars: 'Length of a message', lengthSeverity: 'Message too long', personalDataSeverity: 'Personal data from outside this conversation', cardSeverity: 'Card and identity numbers, codes',
      anythingElseTimes: 'Times “anything else?” may be asked', reviewDays: 'Scripts and knowledge are reviewed every', unusedDays: 'Counts as unused after', campaignDaysAhead: 'Closing line announces campaigns of the next', returnDays: 'Return window from delivery', urgentSolvedMin: 'Urgent (account security): solved within',
      complaintFeedbackHours: 'Complaint: first feedback within', logisticsHours: 'Logistics complaint: followed up within', qualityPlanHours: 'Quality complaint: a plan within', progressHours: 'After-sale: progress told every', shopPartHours: "After-sale: the shop's part done within", repairHours: 'Repair: hours of work',
      lunchFrom: 'Lunch from', lunchTo: 'Lunch until', dinnerFrom: 'Dinner from', dinnerTo: 'Dinner until', mealBatches: 'Meal batches', mealBatchesBusy: 'Meal batches when busy', mealClearMin: 'Clear before a meal', mealMinutes: 'Length of a meal', transferAcceptSec: 'A transfer returns when not accepted within', lateBackMin: 'Late return is told to the supervisor after', absentGraceSec: 'Longest wait at an agent who is not there', idleAwayMin: 'Idle counts as away after', transferAgents: 'Agents a customer may be passed through',
      handoverReplySec: 'Reply in the handover window', handoverTargetMin: 'Contact after handover (target)', handoverLimitMin: 'Contact after handover (limit)', handoverClearMin: 'Clear before the end of shift', sampleShare: 'Sample for quality check', surveyHours: 'Survey goes out within',
      surveyQuestions: 'Questions of a survey, at most', satisfactionAim: 'Satisfaction aim', satisfactionLow: 'Satisfaction that costs, below', firstContactShare: 'First-contact resolution', complaintSolvedHours: 'Complaints solved within', appraisalDays: 'Appraisal every', readyDays: 'New agent ready in',
      conformityShare: 'Script conformity', trainingDays: 'Training every',
    },
    version: 'Version {{version}}', versionBy: '{{name}}, {{when}}', versionSetUp: 'Set up with the shop', versionEmpty: 'Same as the version before', versionsLead: 'What each release changed.', versionsEmpty: 'Nothing published yet', restore: 'Put into the draft',
    restored: 'Put into the draft: look through it, then publish',
  },
  writing: {
    none: 'Nothing to publish', saving: 'Saving…', saved: 'Draft saved', pending: 'Draft on this machine, still to be uploaded', failed: 'Draft not saved, trying again', changes_one: '{{count}} change not published', changes_other: '{{count}} changes not published',
    drop: 'Discard draft',
  },
  hours: {
    lead: 'Outside opening hours nothing counts as missed; messages are left messages.', channel: 'Channel', none: 'This team has no channel yet', timeZone: 'Time zone', badZone: 'No such time zone', always: 'Always open', alwaysHint: 'Off: open in weekly periods', weekly: 'Weekly periods', add: 'Add period', remove: 'Remove {{what}}',
    from: '{{day}} from', to: '{{day}} until', closed: 'Closed', badPeriod: 'Times of day, please, the end after the start', overlap: 'Periods of one day overlap', holidays: 'Holidays', holidayAdd: 'Add holiday', holidayNone: 'No holidays', badDate: 'A date, please, like 2026-02-17', automaticReply: 'Automatic reply',
    automaticReplyHint: 'Sent by itself when a customer comes in opening hours; empty = none', closedNotice: 'Closed notice', closedNoticeHint: 'Sent by itself outside opening hours; empty = none', copyDays: 'Same for Monday to Friday', weekday: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
    chars: '{{count}} / {{max}}',
  },
} as const
