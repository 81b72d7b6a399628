import type { CallInput, CallName } from '../../protocol/desk-api.ts'
import type { ConversationLists, ConversationRow } from '../../protocol/views.ts'
import type { Desk } from './desk.ts'
import { COMPANION_CHANNEL } from './prepare.ts'
import { sleep } from './processes.ts'
import type { Seeded } from './random.ts'
import type { Acknowledged, Witness } from './witness.ts'

/** Calls that the contract may decline on the spot: nothing was promised then. */
type Kind = Acknowledged['kind']
interface Done {
  readonly id?: string
  readonly value?: Record<string, unknown>
}

const COMPANIONS = 3

/** An agent at a desk: does what agents do, at random, whatever the network is like. */
export class Agent {
  readonly desk: Desk
  readonly #random: Seeded
  readonly #witness: Witness
  readonly #tag: string
  /** Seconds a message can be taken back on this desk. */
  readonly #takeBackSec: number
  #written = 0
  #companions = 0
  #tags: { customerId: string, tag: string }[] = []
  #holding = 0
  /** Between shifts: answers what is there, takes nothing and chooses no other presence. */
  offDuty = false

  constructor(desk: Desk, parts: { random: Seeded, witness: Witness, tag: string, takeBackSec: number }) {
    this.desk = desk
    this.#random = parts.random
    this.#witness = parts.witness
    this.#tag = parts.tag
    this.#takeBackSec = parts.takeBackSec
  }

  /** Works until the signal. */
  async live(signal: AbortSignal): Promise<void> {
    let shift = -1
    while (!signal.aborted) {
      await sleep(this.#random.int(120, 900))
      if (!this.desk.ready) continue
      if (shift !== this.desk.starts) {
        shift = this.desk.starts
        await this.desk.call('settings.save', { takeBackSec: this.#takeBackSec })
        // Only by choice: what was chosen before a crash must still stand.
        if (this.#written === 0) await this.setPresence('online')
      }
      if (!signal.aborted) await this.#act()
    }
    for (let i = 0; i < 100 && this.#holding > 0; i++) await sleep(100)
  }

  async setPresence(state: CallInput<'presence.set'>['state']): Promise<void> {
    await this.#do('presence', 'presence.set', { state, reason: state === 'away' ? 'torture' : null, untilMs: null }, { text: state })
  }

  /** H1, H2: everything that is open goes on the list; nobody is named, so that anybody may confirm. */
  async handOver(): Promise<void> {
    const teamId = (await this.#colleagues())?.teamId
    if (teamId) await this.#do('other', 'handover.begin', { teamId, cause: 'shift_end', toPersonId: null, items: [], line: '' }, {})
  }

  async #act(): Promise<void> {
    const lists = this.desk.value('conversations')
    if (!lists) return
    const own = [...lists.waiting, ...lists.running]
    const dice = this.#random.next()
    const some = this.#random.pick(own)
    if (dice < 0.40) return this.#answer(lists, some)
    if (dice < 0.47) return this.#take(lists)
    if (!some) return this.#withNobody(dice)
    const conversationId = some.id
    if (dice < 0.53) {
      const body = this.#text()
      await this.#do('note', 'note.add', { conversationId, body, mentions: [] }, { text: body, conversationId, idOf: 'messageId' })
    } else if (dice < 0.59) {
      const text = this.#text()
      const dueAtMs = Date.now() + this.#random.int(20_000, 300_000)
      await this.#do('promise', 'promise.make', { conversationId, text, dueAtMs }, { text, conversationId, idOf: 'promiseId' })
    } else if (dice < 0.63) await this.#settlePromise(conversationId)
    else if (dice < 0.69) {
      const body = this.#text()
      await this.#do('customer_note', 'customer.note', { customerId: some.customerId, body },
        { text: body, customerId: some.customerId, idOf: 'noteId' })
    } else if (dice < 0.76) await this.#tagCustomer(some)
    else if (dice < 0.81) await this.#close(some)
    else if (dice < 0.85) await this.#reopen(lists)
    else if (dice < 0.90) await this.#seen(some)
    else if (dice < 0.92) await this.#companion(own)
    else if (dice < 0.96) await this.#passOn(some)
    else if (!this.offDuty) await this.setPresence(this.#random.pick(['online', 'online', 'online', 'hung_up', 'meal', 'away'] as const) ?? 'online')
  }

  /** M4-M8 by choice, and what colleagues offer or have listed. */
  async #passOn({ id: conversationId, channelKind }: ConversationRow): Promise<void> {
    const offered = this.#random.pick((await this.desk.ask('transfers', {}))?.incoming ?? [])
    if (offered) return void await this.#do('other', 'transfer.answer', { transferId: offered.id, accept: this.#random.chance(0.7) }, {})
    const listed = (await this.desk.ask('handovers', {}))?.received.flatMap(({ items }) => items).find(({ state }) => state === 'listed')
    if (listed && !this.offDuty) return void await this.#do('other', 'handover.confirm', { itemId: listed.id }, {})
    const to = this.#random.pick((await this.#colleagues())?.personIds ?? [])
    if (!to || channelKind === 'companion') return
    await this.#do('other', 'transfer.offer', {
      conversationId, target: { kind: 'agent', personId: to }, note: this.#text(), line: '我请同事接着为您服务', reason: 'torture', overrule: false,
    }, { conversationId })
  }

  async #colleagues(): Promise<{ teamId: string, personIds: string[] } | null> {
    const team = await this.desk.ask('team', {})
    const me = team?.people.find(({ account }) => account === this.desk.account)
    const teamId = me?.teamIds[0]
    if (!team || !teamId) return null
    return { teamId, personIds: team.people.filter(({ id, roles, teamIds }) => id !== me.id && roles.includes('agent') && teamIds.includes(teamId)).map(({ id }) => id) }
  }

  async #withNobody(dice: number): Promise<void> {
    if (dice < 0.6 && !this.offDuty) await this.setPresence('online')
    else await this.#companion([])
  }

  async #answer(lists: ConversationLists, some: ConversationRow | undefined): Promise<void> {
    const to = this.#random.pick(lists.waiting) ?? (this.#random.chance(0.3) ? some : undefined)
    if (!to) return
    const body = this.#text()
    const done = await this.#do('message', 'message.send',
      { conversationId: to.id, body, kind: null, scriptId: null, attachmentIds: [], quoteId: null },
      { text: body, conversationId: to.id, idOf: 'messageId', note: this.#takeBackSec === 0 })
    if (!done?.id || this.#takeBackSec === 0) return
    const record: Acknowledged = {
      kind: 'message', who: this.desk.account, call: 'message.send', id: done.id, conversationId: to.id, customerId: '', text: body,
    }
    if (!this.#random.chance(0.25)) {
      this.#witness.note(record)
      return
    }
    this.#holding += 1
    const answer = await this.desk.call('message.takeBack', { messageId: done.id })
    this.#holding -= 1
    // Taken back: must never go out. Too late: must go out. No answer: nobody knows.
    if (answer === null) this.#witness.noteUnknown(record)
    else if (answer.ok) this.#witness.note({ ...record, kind: 'other', call: 'message.takeBack' })
    else this.#witness.note(record)
  }

  async #take(lists: ConversationLists): Promise<void> {
    const waiting = this.#random.pick([...lists.queue, ...lists.left])
    if (!waiting || this.offDuty) return
    await this.#do('other', 'conversation.take', { conversationId: waiting.id }, { conversationId: waiting.id })
  }

  async #settlePromise(conversationId: string): Promise<void> {
    const thread = await this.desk.ask('thread', { conversationId, limit: 1 })
    const open = this.#random.pick((thread?.promises ?? []).filter(({ state }) => state === 'open'))
    if (!open) return
    await this.#do('other', 'promise.settle', { promiseId: open.id, conversationId, state: 'kept' }, { conversationId })
  }

  async #tagCustomer({ customerId }: ConversationRow): Promise<void> {
    const old = this.#random.chance(0.3) ? this.#tags.pop() : undefined
    const { customerId: whose, tag } = old ?? { customerId, tag: this.#text().slice(0, 30) }
    const done = await this.#do('tag', 'customer.tag', { customerId: whose, tag, on: !old }, { text: tag, customerId: whose, id: old ? 'off' : 'on' })
    if (done && !old) this.#tags.push({ customerId, tag })
  }

  async #close({ id: conversationId }: ConversationRow): Promise<void> {
    await this.#do('other', 'conversation.close',
      { conversationId, withoutReply: this.#random.chance(0.5), enquiryClass: 'size', outcome: null }, { conversationId })
  }

  async #reopen({ closed }: ConversationLists): Promise<void> {
    const conversationId = this.#random.pick(closed.slice(0, 5))?.id
    if (conversationId) await this.#do('other', 'conversation.reopen', { conversationId }, { conversationId })
  }

  async #seen({ id: conversationId }: ConversationRow): Promise<void> {
    await this.desk.call('conversation.seen', { conversationId, position: 1_000_000 })
  }

  async #companion(own: ConversationRow[]): Promise<void> {
    const kept = this.#random.pick(own.filter(({ channelKind }) => channelKind === 'companion'))
    if (kept) {
      const who = this.#random.chance(0.5) ? 'customer' : 'agent'
      await this.#do('other', 'companion.tick', { conversationId: kept.id, who }, { conversationId: kept.id })
    } else if (this.#companions < COMPANIONS) {
      this.#companions += 1
      const nickname = this.#text()
      await this.#do('companion', 'companion.start', { nickname, channelId: COMPANION_CHANNEL, language: 'zh' },
        { text: nickname, idOf: 'conversationId' })
    }
  }

  /** Calls the desk and has the witness note what was promised. @returns null unless it was */
  async #do<N extends CallName>(kind: Kind, call: N, input: CallInput<N>, about: {
    text?: string, conversationId?: string, customerId?: string, idOf?: string, id?: string, note?: boolean,
  }): Promise<Done | null> {
    const answer = await this.desk.call(call, input)
    const value = (answer?.ok ? answer.value : {}) as Record<string, unknown>
    const id = about.id ?? (about.idOf ? value[about.idOf] as string | undefined ?? '' : '')
    const record: Acknowledged = {
      kind, who: this.desk.account, call, id, conversationId: about.conversationId ?? '', customerId: about.customerId ?? '',
      text: about.text ?? '',
    }
    if (answer === null) this.#witness.noteUnknown(record)
    else if (!answer.ok) this.#witness.noteDeclined(record, answer.error.code)
    else if (about.note !== false) this.#witness.note(record)
    return answer?.ok ? { id, value } : null
  }

  #text(): string {
    this.#written += 1
    return `${this.#tag} ${this.desk.account} ${this.#written}`
  }
}
