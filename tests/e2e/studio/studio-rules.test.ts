import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ThreadView } from '../../../protocol/views.ts'
import type { TestDesk } from '../../desk/test-desk.ts'
import { WebCustomer } from '../../desk/web-customer.ts'
import { openHouse } from '../harness/house.ts'
import { screens } from '../harness/screens.ts'
import { enterStudio, nextStep, publishAs, toPage } from '../harness/studio-parts.ts'

// A supervisor at the window, an agent at a core without one: figures, rules of language, incidents.
let page: Page
let agent: TestDesk
const house = openHouse('studio-rules', async () => {
  agent = await house.enterCore('xiaoan')
  await agent.call('presence.set', { state: 'online', reason: null })
  await (await house.enterCore('admin')).call('studio.ask', { name: 'settings.write', body: { reviewRequired: false } })
  page = (await house.enter('zhuguan')).page
})
/** Publishes the draft at hand, and waits until the agent's desk has it. */
async function publish(title: string): Promise<void> {
  await nextStep(page, '发布…')
  await publishAs(page, title, [agent])
}
/** A customer writes; the agent's desk has it. @returns the conversation's id */
async function writes(nickname: string): Promise<string> {
  await (await WebCustomer.start(house.api.url, nickname)).write('这件有M码吗？')
  const lists = await agent.until('conversations', {}, ({ waiting, queue }) => [...waiting, ...queue].some(({ name }) => name === nickname))
  const row = lists.queue.find(({ name }) => name === nickname)
  if (row) await agent.call('conversation.take', { conversationId: row.id })
  return [...lists.waiting, ...lists.queue].find(({ name }) => name === nickname)?.id ?? ''
}
/** How long the first reply has, in seconds. */
async function firstReplySec(conversationId: string): Promise<number> {
  const first = (thread: ThreadView | null) => thread?.dues.find(({ rule }) => rule === 'T1')
  const due = first(await agent.until('thread', { conversationId, limit: 5 }, thread => first(thread) !== undefined))
  return due ? (due.dueAtMs - due.startedAtMs) / 1000 : 0
}

test('T1 of a team is changed and published: a new conversation has it, a running one keeps its own', async () => {
  house.tellOnFailure()
  const running = await writes('先来的')
  expect(await firstReplySec(running)).toBe(15)
  await enterStudio(page)
  await toPage(page, 'figures')
  const channel = (await agent.until('team', {}, ({ channels }) => channels.length > 0)).channels.find(({ kind }) => kind === 'web_chat')
  const team = (await agent.until('team', {}, ({ teams }) => teams.length > 0)).teams.find(({ id }) => id === channel?.teamId)
  const chosen = page.getByRole('radio', { name: team?.name ?? '', exact: true })
  if (await chosen.count() > 0) await chosen.click()
  await page.locator('[data-figure=firstReplySec] input').fill('45')
  await screens(page, 'studio-figures', 'zh')
  await publish('首响放宽')
  await agent.until('team', {}, ({ teams }) => teams.some(one => one.id === team?.id && one.timers.firstReplySec === 45))
  expect(await firstReplySec(await writes('后来的'))).toBe(45)
  expect(await firstReplySec(running)).toBe(15)
  await page.locator('[data-figure=firstReplySec]').getByText(/主管|，/).first().waitFor()
})

test('a rule of language is written and published: the composer blocks what it names', async () => {
  house.tellOnFailure()
  const conversationId = await writes('问货的')
  const body = '这个呀，蓝鲸咖啡豆了解一下'
  const check = () => agent.call('language.check', { conversationId, body })
  expect(await check()).toEqual([])
  await toPage(page, 'language')
  await page.getByRole('button', { name: '新建规则' }).first().click()
  await page.getByRole('textbox', { name: '说法', exact: true }).fill('蓝鲸咖啡豆')
  await page.getByRole('radio', { name: '禁止', exact: true }).click()
  await screens(page, 'studio-language', 'zh')
  await publish('新的禁语')
  await expect.poll(check, { timeout: 10_000 }).toMatchObject([{ rule: 'C1', severity: 'block', words: '蓝鲸咖啡豆' }])
  expect(await agent.code('message.send', { conversationId, body, kind: null, scriptId: null, attachmentIds: [], quoteId: null })).toBe('language_block')
})

test('an incident plan is written and switched on: every desk sees it; switched off, it is gone', async () => {
  house.tellOnFailure()
  await toPage(page, 'notices')
  await page.getByRole('button', { name: '新建预案' }).click()
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('支付故障')
  await page.getByRole('textbox', { name: '给客服的通知', exact: true }).fill('支付系统异常，先安抚，不承诺恢复时间。')
  await publish('支付故障预案')
  await page.getByRole('button', { name: '启动应急' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '启动应急' }).click()
  await agent.until('briefing', {}, ({ incidents }) => incidents.some(({ title }) => title === '支付故障'))
  await page.getByText(/进行中 · /).waitFor()
  await screens(page, 'studio-incident', 'zh')
  await page.getByRole('button', { name: '结束应急' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '结束应急' }).click()
  await agent.until('briefing', {}, ({ incidents }) => incidents.length === 0)
})
