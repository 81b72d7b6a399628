import { describe, expect, it } from 'vitest'
import { EVERYBODY } from '../entities/script.ts'
import { coreOfQuestion } from './core-of-question.ts'
import { faqIndex } from './faq-index.ts'
import type { Asked } from './faq-index.ts'
import { replyToAnswer } from './reply-to-answer.ts'

const entry = (id: string, question: string, phrases: string[] = [], change: object = {}) => ({
  id, question, solution: '在订单页申请', autoAnswer: { on: true, phrases }, validFromMs: null, validToMs: null, audience: EVERYBODY, ...change,
})
const index = faqIndex([
  entry('invoice', '怎么开发票', ['发票怎么开', '可以开发票吗', 'How do I get an invoice?']),
  entry('ship', '什么时候发货', ['多久发货']),
  entry('cod', '支持货到付款吗', ['可以货到付款吗', 'Do you offer cash on delivery?']),
])
const ask = (text: string, change: Partial<Asked> = {}) => index.find({ text, teamId: 't', channelId: 'c', tier: 'normal', atMs: 1_000, ...change })

describe('a question answered by itself', () => {
  it.each([
    ['怎么开发票', 'invoice'], ['您好，请问怎么开发票呀？谢谢', 'invoice'], ['在吗？如何开发票', 'invoice'], ['怎麼開發票？', 'invoice'], ['怎 么 开 发 票 ！！', 'invoice'],
    ['咋开发票', 'invoice'], ['你们可以开发票吗', 'invoice'], ['hi, how do i get the invoice', 'invoice'], ['ＨＯＷ ＤＯ Ｉ ＧＥＴ ＡＮ ＩＮＶＯＩＣＥ', 'invoice'],
    ['啥时候发货呢亲', 'ship'], ['支持货到付款不', null], ['货到付款', null],
  ])('%s: %s', (text, id) => { expect(ask(text)).toBe(id) })

  // What would be answered wrongly: another question that looks alike, a "not", more than one question, a case of one's own.
  it.each([
    '不开发票可以便宜吗', '怎么不开发票', '怎么开发票，订单 20261115004471 的抬头写错了', '发票开错了怎么办', '怎么还没发货', '什么时候发货？我昨天买的怎么还没动静', '什么时候才发货啊都三天了',
    '不支持货到付款吗', '怎么开专用发票', '发票什么时候寄', 'how do i not get an invoice', 'do you not offer cash on delivery', '你好', '在吗', '', '？？？', '退', '发票',
    `怎么开发票${'啊'.repeat(200)}`, '怎么开发票和什么时候发货', '取消发货', '怎么取消开发票',
  ])('never: %s', text => { expect(ask(text)).toBeNull() })

  it('is one entry alone: two that claim the same say nothing', () => {
    const both = faqIndex([entry('a', '怎么退货'), entry('b', '退货流程', ['如何退货'])])
    expect(both.find({ text: '怎么退货', teamId: 't', channelId: 'c', tier: 'normal', atMs: 1 })).toBeNull()
    expect(both.find({ text: '退货流程', teamId: 't', channelId: 'c', tier: 'normal', atMs: 1 })).toBe('b')
  })

  it('keeps to dates, team, channel and tier, is switched on, and has no variable left open', () => {
    const some = faqIndex([
      entry('dated', '双十二有活动吗', [], { validFromMs: 100, validToMs: 200 }), entry('off', '有赠品吗', [], { autoAnswer: { on: false, phrases: [] } }),
      entry('open', '我叫什么', [], { solution: '{{customer.name}}' }), entry('gold', '生日礼物怎么领', [], { audience: { teamIds: ['t'], channelIds: ['c'], tiers: ['gold'] } }),
    ])
    const find = (text: string, change: Partial<Asked> = {}) => some.find({ text, teamId: 't', channelId: 'c', tier: 'gold', atMs: 150, ...change })
    expect(find('双十二有活动吗')).toBe('dated')
    expect([find('双十二有活动吗', { atMs: 99 }), find('双十二有活动吗', { atMs: 200 }), find('有赠品吗'), find('我叫什么')]).toEqual([null, null, null, null])
    expect(find('生日礼物怎么领')).toBe('gold')
    expect([find('生日礼物怎么领', { teamId: 'x' }), find('生日礼物怎么领', { channelId: 'x' }), find('生日礼物怎么领', { tier: 'normal' })]).toEqual([null, null, null])
  })

  it('costs little, whatever is written', () => {
    const many = faqIndex(Array.from({ length: 2_000 }, (_, n) => entry(`k${n}`, `第${n}个问题怎么办`)))
    const before = process.threadCpuUsage()
    for (const text of ['在吗'.repeat(60), '谢谢'.repeat(60), 'hi'.repeat(60), '啊'.repeat(100_000), '第999个问题怎么办']) {
      for (let n = 0; n < 50; n++) many.find({ text, teamId: 't', channelId: 'c', tier: 'normal', atMs: 1 })
    }
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(1_000)
  })
})

describe('what is said to an answer', () => {
  it.each([
    '转人工', '人工', '人工客服', '我要找人工', '能不能转个真人', '麻烦转人工客服谢谢', '转 人 工！！', '轉人工', '不要机器人', '没用', '没有帮助', '这个没解决我的问题', '答非所问', '不是这个意思',
    'agent', 'human please', 'I want to talk to a person', 'Can I speak to a real person?', 'that did not help', "didn't help",
  ])('a person: %s', text => { expect(replyToAnswer(text)).toBe('person') })
  it.each(['解决了，谢谢', '明白了', '好的谢谢', '有用', 'thanks, that helped', 'got it', '谢谢'])('helped: %s', text => { expect(replyToAnswer(text)).toBe('helped') })
  it.each(['人工费怎么算', '怎么开发票', '你好', '我要退货', 'is this made by human hands', '没用过这个', '解决方案有吗', ''])('neither: %s', text => { expect(replyToAnswer(text)).toBeNull() })
})

it('a core keeps what matters', () => {
  expect(coreOfQuestion('不好意思，请问不包邮吗？')).toContain('不包邮')
  expect(coreOfQuestion('你好')).toBe('')
})

it('the words of the page\'s two buttons are understood', () => {
  expect(['转人工', 'Talk to a person, please'].map(replyToAnswer)).toEqual(['person', 'person'])
  expect(['有帮助，谢谢', 'That helped, thanks'].map(replyToAnswer)).toEqual(['helped', 'helped'])
})
