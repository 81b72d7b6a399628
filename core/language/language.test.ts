import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversation, message } from '../../db/test-file.ts'
import { readHeld } from '../../db/local/held.ts'
import { readOutbox } from '../../db/local/outbox.ts'
import type { Customer } from '../../domain/entities/customer.ts'
import type { LanguageRule } from '../../domain/entities/language-rule.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'
import { OfflineDesk } from '../test-support.ts'

let dir: string
let under: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-core-'))
  under = new OfflineDesk(dir)
  expect(await under.signIn()).toBe('ok')
  under.pulled([
    ['conversation', conversation('c')], ['message', message('m1', 'c', 1, { body: '你们是不是说“不知道”？我电话13800138000' })], ['customer', CUSTOMER],
    ['language_rule', rule({ id: 'brush-off', severity: 'block', wordings: ['不知道'], positive: '我帮您查一下' })],
    ['language_rule', rule({ id: 'promise', rule: 'C3', severity: 'warn', wordings: ['一定'] })],
    ['language_rule', rule({ id: 'more', rule: 'D5', severity: 'warn', wordings: ['还有其他可以帮到您'] })],
  ])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const CUSTOMER: Customer = {
  id: 'customer-c', nickname: '小雨', name: null, gender: null, tier: 'normal', tags: [], sinceMs: 1, phoneMasked: '139****1386', emailMasked: null,
  addressMasked: '浙江省杭州市西湖区****', birthday: null, orderCount: 0, blocked: false,
}
const rule = (given: Partial<LanguageRule>): LanguageRule => ({
  id: 'r', rule: 'C1', severity: 'block', language: 'zh', wordings: [], exceptions: [], positive: null, reason: null, active: true, version: 1, updatedAtMs: 1, ...given,
})
const check = async (body: string, conversationId: string | null = 'c') =>
  (await under.call('language.check', { conversationId, body })).map(({ rule: id, severity, words }) => `${id} ${severity} ${words}`)
const input = (body: string, insisted?: string[]) =>
  ({ conversationId: 'c', body, kind: null, scriptId: null, attachmentIds: [], quoteId: null, ...(insisted ? { insisted } : {}) })
const send = (body: string, insisted?: string[]) => under.code('message.send', input(body, insisted))
const nothingLeft = () => readHeld(under.open.file.read).length + readOutbox(under.open.file.read).length === 0

test('a blocked wording is marked with what to say instead, and never leaves, whatever is insisted on', async () => {
  expect(await under.call('language.check', { conversationId: 'c', body: '亲，我不 知.道呢' })).toEqual([
    { rule: 'C1', severity: 'block', span: [3, 8], words: '不 知.道', ruleId: 'brush-off', positive: '我帮您查一下', reason: null }])
  expect(await send('亲，我不 知.道呢', ['brush-off'])).toBe('language_block')
  const answer = await under.desk.call('message.send', input('我不知道'))
  expect(answer).toMatchObject({ ok: false, error: { params: { words: '不知道', rules: 'brush-off' } } })
  expect(nothingLeft()).toBe(true)
})

test('a warning asks once more, and what was insisted on travels with the message', async () => {
  expect(await send('我们一定处理好')).toBe('language_warn')
  expect(nothingLeft()).toBe(true)
  expect(await send('我们一定处理好', ['promise'])).toBe('ok')
  await under.clock.advance(4_000)
  expect(readOutbox(under.open.file.read).map(({ args }) => (args as MutationArgs<'message.send'>).insisted)).toEqual([['promise']])
  expect(await send('18:00前一定给您答复')).toBe('ok')
})

test('a variable left open does not go out', async () => {
  expect(await send('订单{{order.number}}已发出')).toBe('unfilled')
})

test('rules that were changed count at once', async () => {
  expect(await check('这事没辙')).toEqual([])
  under.pulled([['language_rule', rule({ id: 'new', severity: 'note', wordings: ['没辙'] })]])
  expect(await check('这事没辙')).toEqual(['C1 note 没辙'])
  expect(await send('这事没辙')).toBe('ok')
  under.pulled([['language_rule', rule({ id: 'new', wordings: ['没辙'], active: false })]])
  expect(await check('这事没辙')).toEqual([])
})

test('numbers that belong neither to this talk nor to its customer warn, offline too', async () => {
  under.transport.reachable = false
  expect(await check('您的电话是138 0013 8000对吗')).toEqual([])
  expect(await check('您的电话是13911111386对吗')).toEqual([])
  expect(await check('加这个：一三七，1234-5678')).toEqual(['phone warn 一三七，1234-5678'])
  expect(await check('订单2026112012345678发出了')).toEqual(['order warn 2026112012345678'])
  expect(await check('寄到浙江省杭州市西湖区文三路478号对吗')).toEqual([])
  expect(await check('寄到上海市黄浦区南京东路100号对吗')).toEqual(['address warn 寄到上海市黄浦区南京东路100号'])
  expect(await check('加这个：13712345678', null)).toEqual([])
  expect(await send('加这个：13712345678')).toBe('language_warn')
  expect(await send('加这个：13712345678', ['phone'])).toBe('ok')
})

test('"anything else" is a fault the second time only, a line still held counts', async () => {
  expect(await send('请问还有其他可以帮到您的吗？')).toBe('ok')
  expect(await check('还有其他可以帮到您的吗')).toEqual(['D5 warn 还有其他可以帮到您'])
})

test('a closing line comes too early while a question or promise is open', async () => {
  expect(await check('感谢您的咨询，祝您生活愉快')).toEqual([])
  under.pulled([['conversation', conversation('c', { timers: { ...NO_TIMERS, running: true, turnNo: 1, turn: { sinceMs: 1, greetingOnly: false, holdingAtMs: null, apologyAtMs: null } } })]])
  expect(await check('感谢您的咨询，祝您生活愉快')).toEqual(['D6 warn 感谢您的咨询，祝您生活愉快'])
  under.pulled([['message', message('m2', 'c', 2, { body: '好的，谢谢', author: 'customer' })], ['message', message('m3', 'c', 1, { id: 'm1', body: '好的' })]])
  expect(await check('感谢您的咨询，祝您生活愉快')).toEqual([])
  under.pulled([['promise', { id: 'p', conversationId: 'c', agentId: 'me', text: '回复', dueAtMs: 9, state: 'open', createdAtMs: 1, settledAtMs: null } as { id: string }]])
  expect(await send('祝您生活愉快')).toBe('language_warn')
  expect(await send('祝您生活愉快', ['D6'])).toBe('ok')
})

test('a quote of the customer is no fault', async () => {
  expect(await check('您看到的“不知道”是谁回复的呢？')).toEqual([])
  expect(await check('您看到的“我不知道”是谁回复的呢？')).toEqual(['C1 block 不知道'])
  expect(await check('不知道')).toEqual(['C1 block 不知道'])
})
