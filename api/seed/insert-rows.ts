import type { EntityRow } from '../../domain/entities/entity.ts'
import { NEW_TEAM_TIMERS } from '../setup/shop-plan.ts'
import { maskedForms } from '../store/customer-secrets.ts'
import { snippetOf } from '../channels/thread.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import { maskValue } from '../../domain/personal-data/mask.ts'
import type {
  DemoChannel, DemoConversation, DemoCustomer, DemoNote, DemoOrder, DemoPerson, DemoTeam,
} from './demo-types.ts'
import { EVERYBODY } from '../../domain/entities/script.ts'
import { knowledgePinyin, scriptPinyin } from '../../domain/palette/pinyin.ts'
import type { DemoKnowledge } from './demo-knowledge.ts'
import type { SeedScript } from './seed-script.ts'

/** Ids of the trial shop: its keys and accounts are stable over runs. */
export const personId = (account: string): string => `person-${account}`
const scriptId = (code: string): string => `script-${code}`

export function teamRow(team: DemoTeam, timeZone: string): EntityRow<'team'> {
  return { id: team.key, name: team.name, timers: NEW_TEAM_TIMERS, timersBefore: [], linePatterns: [], returningHours: 24, timeZone }
}

/** The trial's web chat is always open: a trial run happens at any hour. */
export function channelRow(channel: DemoChannel, timeZone: string): EntityRow<'channel'> {
  return {
    id: channel.key, kind: channel.kind, name: channel.name, teamId: channel.teamKey, language: 'zh',
    openingHours: {
      timeZone, periods: channel.kind === 'web_chat' ? [] : [...channel.openingPeriods], holidays: [...channel.holidays],
    },
    automaticReply: channel.automaticReply, closedNotice: channel.closedNotice, skill: channel.skill, active: true,
  }
}

export function personRow(person: DemoPerson): EntityRow<'person'> {
  return {
    id: personId(person.account), account: person.account, name: person.name, roles: [...person.roles],
    teamIds: [...person.teamKeys], seniority: person.seniority, skills: [...person.skills],
    languages: [...person.languages], conversationLimit: person.conversationLimit, active: true,
  }
}

const DAY_MS = 86_400_000

/** @param index in the order they were written down: their reviews (S5) are spread over a quarter, the first ones are overdue */
export function scriptRow(script: SeedScript, index: number, nowMs: number): EntityRow<'script'> {
  return {
    id: scriptId(script.code), code: script.code, stage: script.stage, scene: script.scene, title: script.title,
    body: script.body, language: script.lang, tags: [...script.tags],
    twinOf: script.twinOf === null ? null : scriptId(script.twinOf), validFromMs: script.validFromMs,
    validToMs: script.validToMs, campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: personId('zhuguan'),
    reviewAtMs: nowMs + ((index * 7) % 91 - 2) * DAY_MS, personId: null, version: 1, updatedAtMs: nowMs,
    pinyin: scriptPinyin({ ...script, tags: script.tags }),
  }
}

const REVIEW_EVERY_DAYS = 9

/** @param index in the order they were written down: their reviews (S5) follow one another, the first is overdue */
export function knowledgeRow(entry: DemoKnowledge, index: number, nowMs: number): EntityRow<'knowledge'> {
  return {
    id: entry.key, question: entry.question, solution: entry.solution, scene: entry.scene, language: entry.lang, tags: [...entry.tags],
    cases: entry.cases.map((one) => ({ ...one, pictureIds: [] })), mistakes: [...entry.mistakes], pictureIds: [],
    autoAnswer: { on: entry.asked !== null, phrases: [...entry.asked ?? []] }, validFromMs: null, validToMs: null, audience: EVERYBODY,
    ownerId: personId('zhuguan'), reviewAtMs: nowMs + (index * REVIEW_EVERY_DAYS - 3) * DAY_MS, version: 1, updatedAtMs: nowMs,
    pinyin: knowledgePinyin(entry),
  }
}

export function customerRow(customer: DemoCustomer, orderCount: number): EntityRow<'customer'> {
  return {
    id: customer.key, nickname: customer.nickname, name: customer.name, gender: customer.gender, tier: customer.tier,
    tags: [...customer.tags], sinceMs: customer.sinceMs, birthday: customer.birthday, orderCount, blocked: false,
    ...maskedForms({ ...customer, customerId: customer.key }),
  }
}

export function orderRow(order: DemoOrder): EntityRow<'order_head'> {
  return {
    id: order.key, customerId: order.customerKey, number: order.number, state: order.state, placedAtMs: order.placedAtMs,
    paidAtMs: order.paidAtMs, deliveredAtMs: order.deliveredAtMs, totalFen: order.totalFen,
    items: order.items.map(({ sku, title, size, color, quantity, priceFen }) => (
      { sku, title, variant: `${color} ${size}`, quantity, priceFen }
    )),
    carrier: order.parcel?.carrier ?? null,
    trackingMasked: order.parcel === null ? null : maskValue('account', order.parcel.trackingNumber),
  }
}

export function noteRow(note: DemoNote): EntityRow<'customer_note'> {
  return {
    id: note.key, customerId: note.customerKey, authorId: personId(note.authorAccount), body: note.body, atMs: note.atMs,
    removed: false,
  }
}

/** A past conversation, closed, with its thread. */
export function conversationRows(
  talk: DemoConversation, customer: DemoCustomer, channel: DemoChannel,
): { conversation: EntityRow<'conversation'>, messages: EntityRow<'message'>[] } {
  const messages = talk.messages.map((said, at): EntityRow<'message'> => ({
    id: said.key, conversationId: talk.key, position: at + 1, author: said.author,
    authorId: said.author === 'agent' ? personId(talk.agentAccount) : said.author === 'customer' ? customer.key : null,
    lineKind: said.lineKind, scriptId: null, body: said.body, system: null, attachmentIds: [], quoteId: null, mentions: [],
    clientAtMs: said.atMs, acceptedAtMs: said.atMs, deliveredAtMs: said.author === 'customer' ? null : said.atMs,
  }))
  const last = talk.messages.at(-1)
  return {
    messages,
    conversation: {
      id: talk.key, customerId: customer.key, customerName: customer.nickname, channelId: channel.key, channelKind: channel.kind,
      teamId: talk.teamKey, state: 'closed', ownerId: personId(talk.agentAccount), transferredFrom: [], language: 'zh',
      skill: channel.skill, tier: customer.tier, priority: 0, startedAtMs: talk.startedAtMs, queuedAtMs: talk.startedAtMs,
      assignedAtMs: talk.assignedAtMs, closedAtMs: talk.closedAtMs, lastPosition: messages.length,
      seenPosition: messages.length, snippet: snippetOf(last?.body ?? '', 0), lastMessageAtMs: last?.atMs ?? talk.closedAtMs,
      lastAuthor: last?.author ?? null, spam: false, enquiryClass: talk.enquiryClass, outcome: talk.outcome, timers: NO_TIMERS,
    },
  }
}
