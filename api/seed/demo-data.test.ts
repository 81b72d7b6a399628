import { describe, expect, it } from 'vitest'
import { LineKind } from '../../domain/entities/team.ts'
import { Role } from '../../domain/entities/people.ts'
import { OrderState } from '../../domain/entities/customer.ts'
import { Id } from '../../domain/entities/scalars.ts'
import { kindOfText } from '../../domain/lines/line-kind.ts'
import { GRANT_AFTER_CLOSE_MS } from '../store/grants.ts'
import { TALKS } from './demo-conversations.ts'
import { demoData, linkedCustomers } from './demo-data.ts'
import type { DemoCustomer } from './demo-types.ts'
import { OPEN_FROM_MIN, OPEN_TO_MIN } from './demo-shop.ts'
import { DAY_MS, minuteOfDay, shopDate } from './demo-random.ts'
import { RETURN_WINDOW_MS } from './demo-orders.ts'

/** A morning, an evening and a night, so that nothing hangs on the hour of the first start. */
const TIMES = [Date.UTC(2026, 10, 20, 2, 30), Date.UTC(2026, 10, 20, 13, 0), Date.UTC(2027, 1, 28, 18, 45)]

it('customers whom the trial writes as have orders and past talks, whatever the hour of the first start', () => {
  for (let hour = 0; hour < 12; hour += 1) {
    const data = demoData(Date.UTC(2026, 10, 21, 2 * hour, 13))
    const linked = linkedCustomers(data)
    expect(linked.map(({ tier }) => tier)).toEqual(['gold', 'silver', 'normal'])
    for (const { key } of linked) {
      expect(data.orders.some(({ customerKey }) => customerKey === key)).toBe(true)
      expect(data.conversations.some(({ customerKey }) => customerKey === key)).toBe(true)
    }
  }
})

it('leaves the desks empty at every hour: no talk is so fresh that its agent still has it', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const nowMs = Date.UTC(2026, 10, 22, hour, 39)
    const fresh = demoData(nowMs).conversations.filter(({ closedAtMs }) => closedAtMs + GRANT_AFTER_CLOSE_MS > nowMs)
    expect(fresh).toEqual([])
  }
})

const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length)

describe.each(TIMES)('the trial shop at %d', (nowMs) => {
  const data = demoData(nowMs)
  const customers = new Map(data.customers.map((customer) => [customer.key, customer]))
  const orders = new Map(data.orders.map((order) => [order.key, order]))

  it('is the same each time', () => expect(demoData(nowMs)).toEqual(data))

  it('has its counts', () => {
    expect(data.customers).toHaveLength(500)
    expect(data.products).toHaveLength(60)
    expect(data.conversations).toHaveLength(300)
    expect(data.notes.length).toBeGreaterThan(80)
    const perCustomer = data.customers.map(({ key }) => data.orders.filter((order) => order.customerKey === key).length)
    expect([Math.min(...perCustomer), Math.max(...perCustomer)]).toEqual([1, 8])
  })

  it('has the staff of the trial run', () => {
    const people = (role: Role) => data.people.filter(({ roles }) => roles.includes(role))
    const accounts = (role: Role) => people(role).map(({ account }) => account)
    expect(accounts('supervisor')).toEqual(['zhuguan'])
    expect(data.people.filter((p) => p.roles.includes('agent') && p.shift === 'day')).toHaveLength(3)
    expect(data.people.filter((p) => p.roles.includes('agent') && p.shift === 'late')).toHaveLength(3)
    expect(accounts('trainee')).toEqual(['xinren1', 'xinren2'])
    expect(accounts('admin')).toEqual(['admin'])
    expect(data.people.flatMap((p) => p.roles).filter((role) => !Role.options.includes(role))).toEqual([])
  })

  it('has a channel kept by hand for each team, and no history in it', () => {
    const byHand = data.channels.filter(({ kind }) => kind === 'companion')
    expect(byHand.map(({ teamKey }) => teamKey).sort()).toEqual(data.teams.map(({ key }) => key).sort())
    expect(data.conversations.filter(({ channelKey }) => byHand.some(({ key }) => key === channelKey))).toEqual([])
  })

  it('has unique keys that fit the schema of an id', () => {
    const keys = [
      ...data.teams, ...data.channels, ...data.customers, ...data.orders, ...data.conversations, ...data.notes,
      ...data.conversations.flatMap(({ messages }) => messages),
    ].map(({ key }) => key)
    unique(keys)
    expect(keys.filter((key) => !Id.safeParse(key).success)).toEqual([])
    unique(data.orders.map(({ number }) => number))
    unique(data.customers.map(({ phone }) => phone))
    unique(data.customers.map(({ nickname }) => nickname))
    unique(data.customers.map(({ email }) => email))
    unique(data.products.map(({ sku }) => sku))
    unique(data.products.map(({ title }) => title))
  })

  it('holds together', () => {
    const accounts = new Set(data.people.map(({ account }) => account))
    const skus = new Set(data.products.map(({ sku }) => sku))
    expect(data.orders.filter((order) => !customers.has(order.customerKey))).toEqual([])
    const items = data.orders.flatMap((order) => order.items)
    expect(items.filter((item) => !skus.has(item.sku.split('-')[0] ?? ''))).toEqual([])
    const lost = data.notes.filter((note) => !customers.has(note.customerKey) || !accounts.has(note.authorAccount))
    expect(lost).toEqual([])
    for (const talk of data.conversations) {
      expect(customers.has(talk.customerKey) && accounts.has(talk.agentAccount)).toBe(true)
      expect(data.channels.some(({ key, teamKey }) => key === talk.channelKey && teamKey === talk.teamKey)).toBe(true)
      if (talk.orderKey !== null) expect(orders.get(talk.orderKey)?.customerKey).toBe(talk.customerKey)
    }
  })

  it('has every state of an order, and deliveries inside and outside the return window', () => {
    for (const state of OrderState.options) expect(data.orders.some((order) => order.state === state), state).toBe(true)
    const delivered = data.orders.filter((order) => order.deliveredAtMs !== null)
    const inside = delivered.filter((order) => nowMs - (order.deliveredAtMs ?? 0) < RETURN_WINDOW_MS)
    expect(inside.length).toBeGreaterThan(40)
    expect(delivered.length - inside.length).toBeGreaterThan(300)
  })

  it('has order times in order, amounts that add up, and a state that fits', () => {
    for (const order of data.orders) {
      const times = [
        customers.get(order.customerKey)?.sinceMs ?? Infinity, order.placedAtMs, order.paidAtMs, order.shippedAtMs,
        order.deliveredAtMs, order.refundAskedAtMs ?? order.completedAtMs, order.refundedAtMs,
      ].filter((atMs) => atMs !== null)
      expect(times, order.key).toEqual([...times].sort((a, b) => a - b))
      const goods = order.items.reduce((sum, item) => sum + item.quantity * item.priceFen, 0)
      expect(order.totalFen).toBe(goods + order.postageFen - order.discountFen)
      expect(order.totalFen).toBeGreaterThan(0)
      expect(order.number).toMatch(/^\d{16}$/u)
      expect(order.number.slice(0, 8)).toBe(shopDate(order.placedAtMs))
      expect(order.parcel === null).toBe(order.shippedAtMs === null)
      const events = order.parcel?.events.map(({ atMs }) => atMs) ?? []
      expect(events).toEqual([...events].sort((a, b) => a - b))
      if (order.state === 'unpaid') expect([order.paidAtMs, nowMs - order.placedAtMs < DAY_MS]).toEqual([null, true])
      if (order.state === 'delivered') expect(order.completedAtMs).toBeNull()
      expect(order.refundedAtMs !== null).toBe(order.state === 'refunded')
    }
  })

  it('has nothing ahead of now', () => {
    const ahead: number[] = []
    JSON.stringify(data, (name, value: unknown) => {
      if (name.endsWith('Ms') && typeof value === 'number' && value > nowMs) ahead.push(value)
      return value
    })
    expect(ahead).toEqual([])
  })

  it('has talks of 4 to 14 messages in order, opened by the customer, inside opening hours', () => {
    for (const talk of data.conversations) {
      expect(talk.messages.length, talk.topic).toBeGreaterThanOrEqual(4)
      expect(talk.messages.length, talk.topic).toBeLessThanOrEqual(14)
      const times = [talk.startedAtMs, ...talk.messages.map(({ atMs }) => atMs), talk.closedAtMs]
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(talk.messages[0]?.author).toBe('customer')
      expect(minuteOfDay(talk.startedAtMs)).toBeGreaterThanOrEqual(OPEN_FROM_MIN)
      expect(minuteOfDay(talk.closedAtMs)).toBeLessThan(OPEN_TO_MIN)
      expect(talk.messages.filter(({ body }) => /[{}]/u.test(body) || body.trim() === '')).toEqual([])
      expect(talk.messages.filter(({ body }) => [...body].length > 120)).toEqual([])
      expect(talk.messages.every((m) => (m.author === 'customer') === (m.lineKind === null))).toBe(true)
      expect(talk.messages.filter((m) => /还有其他可以/u.test(m.body)).length).toBeLessThanOrEqual(1) // D5
    }
    const told = data.conversations.map(({ messages }) => messages.map(({ body }) => body).join('\n'))
    expect(new Set(told).size).toBeGreaterThan(290)
    expect(new Set(data.conversations.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(15)
  })

  it('says answers that the default patterns take for answers, and other lines never for answers (T12)', () => {
    const lines = data.conversations.flatMap(({ messages }) => messages).filter(({ author }) => author === 'agent')
    const wrong = lines.filter((line) => (kindOfText(line.body, []) === 'answer') !== (line.lineKind === 'answer'))
    expect([...new Set(wrong.map((line) => `${line.lineKind ?? ''}: ${line.body}`))]).toEqual([])
    expect(lines.every((line) => LineKind.safeParse(line.lineKind).success)).toBe(true)
  })

  it('has people to tell apart: tiers, P2 tags, believable names, numbers and addresses that reach nobody', () => {
    const count = (fits: (customer: DemoCustomer) => boolean) => data.customers.filter(fits).length
    for (const tier of ['normal', 'silver', 'gold']) expect(count((c) => c.tier === tier), tier).toBeGreaterThan(20)
    for (const tag of ['高价值会员', '新客户', '沉睡客户']) expect(count((c) => c.tags.includes(tag)), tag).toBeGreaterThan(3)
    for (const customer of data.customers) {
      expect(customer.name).toMatch(/^\p{Script=Han}{2,4}$/u)
      expect(customer.phone).toMatch(/^142\d{8}$/u)
      expect(customer.email).toMatch(/@example\.com$/u)
      expect(customer.birthday).toMatch(/^(0[1-9]|1[0-2])-[0-2]\d$/u)
    }
  })
})

it('answers each wording of a customer where an answer is aligned with them', () => {
  for (const talk of TALKS) {
    const turns = talk.turns.flatMap((step) => ('author' in step ? [step] : step))
    turns.forEach((turn, at) => {
      if (turn.aligned) expect(turns[at - 1], talk.topic).toMatchObject({ author: 'customer' })
      if (turn.aligned) expect(turns[at - 1]?.wordings.length, turn.wordings[0]).toBe(turn.wordings.length)
    })
  }
})
