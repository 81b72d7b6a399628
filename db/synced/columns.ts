import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'

/** How a field stands in SQL: `?` = may be null; json = text with JSON in it (lists, objects). */
export type ColumnKind = 'text' | 'text?' | 'int' | 'int?' | 'bool' | 'json' | 'json?'

/** The columns of every synced table, in order. A field missing here does not compile. SQL names are the fields in snake_case. */
export const COLUMNS: { readonly [N in EntityName]: { readonly [K in keyof EntityRow<N>]-?: ColumnKind } } = {
  team: { id: 'text', name: 'text', timers: 'json', timersBefore: 'json', linePatterns: 'json', returningHours: 'int', timeZone: 'text' },
  channel: {
    id: 'text', kind: 'text', name: 'text', teamId: 'text', language: 'text', openingHours: 'json', automaticReply: 'text?',
    closedNotice: 'text?', skill: 'text?', active: 'bool',
  },
  person: {
    id: 'text', account: 'text', name: 'text', roles: 'json', teamIds: 'json', seniority: 'text', skills: 'json',
    languages: 'json', conversationLimit: 'int', active: 'bool',
  },
  presence: { id: 'text', state: 'text', reason: 'text?', sinceMs: 'int', cause: 'text', byId: 'text?', untilMs: 'int?', reachable: 'bool' },
  script: {
    id: 'text', code: 'text', stage: 'text', scene: 'text?', title: 'text', body: 'text', language: 'text', tags: 'json',
    twinOf: 'text?', validFromMs: 'int?', validToMs: 'int?', updatedAtMs: 'int', campaign: 'text?', audience: 'json', pictureIds: 'json',
    ownerId: 'text?', reviewAtMs: 'int?', personId: 'text?', version: 'int', pinyin: 'text',
  },
  knowledge: {
    id: 'text', question: 'text', solution: 'text', scene: 'text?', language: 'text', tags: 'json', cases: 'json', mistakes: 'json',
    pictureIds: 'json', autoAnswer: 'json', validFromMs: 'int?', validToMs: 'int?', audience: 'json', ownerId: 'text?', reviewAtMs: 'int?',
    version: 'int', updatedAtMs: 'int', pinyin: 'text',
  },
  shop_picture: {
    id: 'text', name: 'text', mime: 'text', size: 'int', sha256: 'text', width: 'int', height: 'int', createdAtMs: 'int',
  },
  language_rule: {
    id: 'text', rule: 'text', severity: 'text', language: 'text', wordings: 'json', exceptions: 'json', positive: 'text?', reason: 'text?',
    active: 'bool', version: 'int', updatedAtMs: 'int',
  },
  figures: { id: 'text', given: 'json', changes: 'json', version: 'int', updatedAtMs: 'int' },
  incident_plan: {
    id: 'text', title: 'text', grade: 'text', notice: 'text', scriptIds: 'json', autoReply: 'json?', reportingPath: 'text', teamIds: 'json',
    activeSinceMs: 'int?', activatedById: 'text?', version: 'int', updatedAtMs: 'int',
  },
  content_draft: {
    id: 'text', kind: 'text', targetId: 'text', baseVersion: 'int', action: 'text', content: 'json', authorId: 'text', state: 'text',
    reviewerId: 'text?', reviewNote: 'text?', createdAtMs: 'int', updatedAtMs: 'int',
  },
  release: {
    id: 'text', kind: 'text', title: 'text', note: 'text', mustRead: 'bool', state: 'text', publishAtMs: 'int', publishedAtMs: 'int?',
    authorId: 'text', undoes: 'text?', teamIds: 'json', items: 'json', itemCount: 'int',
  },
  release_read: { id: 'text', releaseId: 'text', personId: 'text', atMs: 'int' },
  customer: {
    id: 'text', nickname: 'text', name: 'text?', gender: 'text?', tier: 'text', tags: 'json', sinceMs: 'int',
    phoneMasked: 'text?', emailMasked: 'text?', addressMasked: 'text?', birthday: 'text?', orderCount: 'int', blocked: 'bool',
  },
  customer_note: { id: 'text', customerId: 'text', authorId: 'text', body: 'text', atMs: 'int', removed: 'bool' },
  order_head: {
    id: 'text', customerId: 'text', number: 'text', state: 'text', placedAtMs: 'int', paidAtMs: 'int?', deliveredAtMs: 'int?',
    totalFen: 'int', items: 'json', carrier: 'text?', trackingMasked: 'text?',
  },
  conversation: {
    id: 'text', customerId: 'text', customerName: 'text', channelId: 'text', channelKind: 'text', teamId: 'text',
    state: 'text', ownerId: 'text?', transferredFrom: 'json', language: 'text', skill: 'text?', tier: 'text', priority: 'int',
    startedAtMs: 'int', queuedAtMs: 'int?', assignedAtMs: 'int?', closedAtMs: 'int?', lastPosition: 'int',
    seenPosition: 'int', snippet: 'text', lastMessageAtMs: 'int', lastAuthor: 'text?', spam: 'bool', enquiryClass: 'text?',
    outcome: 'text?', timers: 'json',
  },
  message: {
    id: 'text', conversationId: 'text', position: 'int', author: 'text', authorId: 'text?', lineKind: 'text?',
    scriptId: 'text?', body: 'text', system: 'json?', attachmentIds: 'json', quoteId: 'text?', mentions: 'json',
    clientAtMs: 'int', acceptedAtMs: 'int', deliveredAtMs: 'int?',
  },
  promise: {
    id: 'text', conversationId: 'text', agentId: 'text', text: 'text', dueAtMs: 'int', state: 'text', createdAtMs: 'int',
    settledAtMs: 'int?',
  },
  attachment: {
    id: 'text', conversationId: 'text', name: 'text', mime: 'text', size: 'int', sha256: 'text', width: 'int', height: 'int',
    state: 'text', createdAtMs: 'int',
  },
  timer_outcome: {
    id: 'text', conversationId: 'text', agentId: 'text?', rule: 'text', startedAtMs: 'int', dueAtMs: 'int',
    settledAtMs: 'int?', hit: 'bool',
  },
  proposed_reply: {
    id: 'text', conversationId: 'text', authorId: 'text', body: 'text', writtenAtMs: 'int', dismissed: 'bool',
  },
  shift: { id: 'text', personId: 'text', teamId: 'text', kind: 'text', date: 'text', fromMs: 'int', toMs: 'int', duty: 'bool' },
  meal_plan: { id: 'text', teamId: 'text', date: 'text', meal: 'text', batches: 'json', decidedById: 'text', decidedAtMs: 'int' },
  shift_swap: {
    id: 'text', teamId: 'text', fromPersonId: 'text', toPersonId: 'text', shiftId: 'text', otherShiftId: 'text?', note: 'text',
    state: 'text', askedAtMs: 'int', settledAtMs: 'int?',
  },
  notice: { id: 'text', personId: 'text', kind: 'text', params: 'json', atMs: 'int', seenAtMs: 'int?', answer: 'text?' },
  handover: {
    id: 'text', teamId: 'text', fromPersonId: 'text', toPersonId: 'text?', cause: 'text', state: 'text', startedAtMs: 'int',
    limitAtMs: 'int', settledAtMs: 'int?',
  },
  handover_item: {
    id: 'text', handoverId: 'text', teamId: 'text', conversationId: 'text', customerName: 'text', fromPersonId: 'text',
    toPersonId: 'text?', note: 'text', dueAtMs: 'int?', promiseIds: 'json', state: 'text', settledAtMs: 'int?',
    contactedAtMs: 'int?',
  },
  transfer: {
    id: 'text', conversationId: 'text', teamId: 'text', customerName: 'text', fromPersonId: 'text', target: 'json', note: 'text',
    reason: 'text?', overruled: 'json', state: 'text', offeredAtMs: 'int', expiresAtMs: 'int?', settledAtMs: 'int?',
  },
  talk: {
    id: 'text', kind: 'text', conversationId: 'text?', title: 'text', memberIds: 'json', dueAtMs: 'int?', state: 'text',
    startedAtMs: 'int',
  },
  talk_message: { id: 'text', talkId: 'text', memberIds: 'json', authorId: 'text', body: 'text', atMs: 'int' },
}

/** @returns fields of an entity, in column order */
export function fieldsOf(entity: EntityName): string[] {
  return Object.keys(COLUMNS[entity])
}

/** @returns `dueAtMs` -> `due_at_ms` */
export function sqlName(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

const LISTED = new Map<string, string>()

/**
 * @returns the columns of an entity for a SELECT, each under its field's name, with the table's alias before it where one is given: so the row
 * that comes is the entity's own and is not copied into another (`decode`)
 */
export function columnList(entity: EntityName, alias = ''): string {
  const key = `${alias} ${entity}`
  const known = LISTED.get(key)
  if (known !== undefined) return known
  const made = listOf(entity, alias)
  LISTED.set(key, made)
  return made
}

function listOf(entity: EntityName, alias: string): string {
  return fieldsOf(entity).map(field => {
    const column = `${alias}${alias ? '.' : ''}${sqlName(field)}`
    return sqlName(field) === field ? column : `${column} AS ${field}`
  }).join(', ')
}
