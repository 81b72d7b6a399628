import type { Conversation, Message } from '../../domain/entities/conversation.ts'
import type { Script } from '../../domain/entities/script.ts'
import type { Customer } from '../../domain/entities/customer.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import { listEntities } from '../../api/store/entities.ts'
import { findTenant } from '../../api/store/tenants.ts'
import { inTransaction } from '../../api/store/transaction.ts'
import type { Store } from '../../api/store/transaction.ts'

export const SHOP = 'yunduo'
export const PASSWORD = 'shiftdesk-demo'
/** Change rows a transaction may have: 100. */
const AT_ONCE = 100
const WRITERS = 4

const WORDS = ['您好', '在吗', '这件', '有货', '什么时候', '发货', '可以', '退换', '尺码', '偏大', '颜色', '会不会', '掉色', '谢谢', '稍等', '马上', '帮您', '查一下',
  '订单', '快递', '已经', '签收', '优惠券', '满减', '明天', '下午', '六点', '之前', '给您', '回复']

/** The same text for the same number: 10 to 60 characters. */
function textOf(n: number): string {
  const length = 5 + n % 16
  return Array.from({ length }, (_, i) => WORDS[(n * 31 + i * (7 + n % 5)) % WORDS.length] ?? '').join('')
}

/** What the benches put into the trial shop, all through the store, like an import. */
export class BenchShop {
  readonly #store: Store
  readonly #tenant: string
  readonly #channel: { id: string; teamId: string }

  private constructor(store: Store, tenant: string, channel: { id: string; teamId: string }) {
    this.#store = store
    this.#tenant = tenant
    this.#channel = channel
  }

  static async open(store: Store): Promise<BenchShop> {
    const found = await findTenant(store.sql, SHOP)
    if (!found) throw new Error('the demo shop was not made')
    const { tenant } = found
    const keys = await store.keys.of(store.sql, tenant)
    const [channel] = await listEntities({ tx: store.sql, tenant, keys }, 'channel', { kind: 'web_chat' })
    if (!channel) throw new Error('the demo shop has no web chat')
    return new BenchShop(store, tenant, channel)
  }

  /** @param state open: on the agent's list, answered, so that nothing rings; closed: in scope, as after a busy day */
  async conversations(prefix: string, account: string, state: 'open' | 'closed', count: number, messagesEach: number): Promise<void> {
    const nowMs = this.#store.clock.now()
    const rows = Array.from({ length: count }, (_, n) => this.#conversation(`${prefix}-${n}`, `person-${account}`, state, nowMs - n * 1_000, messagesEach))
    await this.#inChunks(rows, 20, async (changes, chunk) => {
      await changes.putMany('customer', chunk.map(({ customer }) => customer))
      await changes.putMany('conversation', chunk.map(({ conversation }) => conversation))
    })
    const messages = Array.from({ length: count * messagesEach }, (_, i) =>
      messageOf(`${prefix}-${Math.floor(i / messagesEach)}`, i % messagesEach + 1, i, `person-${account}`, nowMs - 3_600_000 + i % messagesEach * 1_000))
    await this.#inChunks(messages, AT_ONCE, (changes, chunk) => changes.putMany('message', chunk))
  }

  /** Changes `count` messages: delivered at `atMs`. */
  async deliver(prefix: string, account: string, count: number, messagesEach: number, atMs: number): Promise<void> {
    const messages = Array.from({ length: count }, (_, i) => ({
      ...messageOf(`${prefix}-${Math.floor(i / messagesEach)}`, i % messagesEach + 1, i, `person-${account}`, atMs), deliveredAtMs: atMs,
    }))
    await this.#inChunks(messages, AT_ONCE, (changes, chunk) => changes.putMany('message', chunk))
  }

  /** A library of scripts, as an import puts it there. */
  async scripts(scripts: readonly Script[]): Promise<void> {
    await this.#inChunks(scripts, AT_ONCE, (changes, chunk) => changes.putMany('script', chunk))
  }

  #conversation(id: string, ownerId: string, state: 'open' | 'closed', atMs: number, messages: number): { customer: Customer; conversation: Conversation } {
    const n = Number(id.split('-').at(-1))
    const customer: Customer = {
      id: `customer-${id}`, nickname: `客人${n}`, name: null, gender: null, tier: n % 7 === 0 ? 'gold' : 'normal', tags: n % 5 === 0 ? ['老客户'] : [],
      sinceMs: atMs, phoneMasked: null, emailMasked: null, addressMasked: null, birthday: null, orderCount: 0, blocked: false,
    }
    const conversation: Conversation = {
      id, customerId: customer.id, customerName: customer.nickname, channelId: this.#channel.id, channelKind: 'web_chat',
      teamId: this.#channel.teamId, state, ownerId, transferredFrom: [], language: 'zh', skill: null, tier: customer.tier, priority: 0,
      startedAtMs: atMs, queuedAtMs: atMs, assignedAtMs: atMs, closedAtMs: state === 'closed' ? atMs + 600_000 : null,
      lastPosition: messages, seenPosition: n % 2 === 0 ? messages : Math.max(0, messages - 2), snippet: textOf(n), lastMessageAtMs: atMs,
      lastAuthor: n % 3 === 0 ? 'customer' : 'agent', spam: false, enquiryClass: null, outcome: null,
      timers: NO_TIMERS,
    }
    return { customer, conversation }
  }

  async #inChunks<T>(items: readonly T[], size: number, write: (changes: Parameters<Parameters<typeof inTransaction>[2]>[0], chunk: T[]) => Promise<void>): Promise<void> {
    let next = 0
    const worker = async (): Promise<void> => {
      while (next < items.length) {
        const chunk = items.slice(next, next + size)
        next += size
        await inTransaction(this.#store, this.#tenant, changes => write(changes, chunk))
      }
    }
    await Promise.all(Array.from({ length: WRITERS }, worker))
  }
}

function messageOf(conversationId: string, position: number, n: number, agentId: string, atMs: number): Message {
  const byAgent = position % 2 === 0
  return {
    id: `m-${conversationId}-${position}`, conversationId, position, author: byAgent ? 'agent' : 'customer',
    authorId: byAgent ? agentId : `customer-${conversationId}`, lineKind: byAgent ? 'answer' : null, scriptId: null, body: textOf(n), system: null,
    attachmentIds: [], quoteId: null, mentions: [], clientAtMs: atMs, acceptedAtMs: atMs, deliveredAtMs: null,
  }
}
