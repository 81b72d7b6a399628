import { describe, expect, test } from 'vitest'
import type { LineKind } from '../entities/team.ts'
import { proposeNote } from './note.ts'

const customer = (body: string) => ({ author: 'customer' as const, lineKind: null, body })
const agent = (body: string, lineKind: LineKind = 'answer') => ({ author: 'agent' as const, lineKind, body })
const system = { author: 'system' as const, lineKind: null, body: '' }
const NOW = Date.parse('2026-11-27T09:00:00Z') // 17:00 in Shanghai
const byEvening = { text: '18:00 前查到包裹', dueAtMs: Date.parse('2026-11-27T10:00:00Z') }
const tomorrow = { text: '补发纽扣', dueAtMs: Date.parse('2026-11-28T02:30:00Z') }
type Lines = Parameters<typeof proposeNote>[0]
const note = (lines: Lines, promises: Parameters<typeof proposeNote>[1] = [], language: 'zh' | 'en' = 'zh'): string =>
  proposeNote(lines, promises, language, 'Asia/Shanghai', NOW)

describe('H2: the note of a handover', () => {
  test.each<[string, Lines, string, string]>([
    ['H2: the last question of who waits', [customer('有M码吗'), agent('有的'), customer('什么时候发货？')], '顾客在等：「什么时候发货？」。', 'Customer waits: “什么时候发货？”.'],
    ['T12: a holding line answers nothing', [customer('什么时候发货？'), agent('请稍等', 'holding')], '顾客在等：「什么时候发货？」。', 'Customer waits: “什么时候发货？”.'],
    ['H2: who is answered: with the answer', [customer('有M码吗'), agent('有的'), system], '顾客最后说：「有M码吗」。已答复：「有的」。', 'Customer said last: “有M码吗”. Answered: “有的”.'],
    ['H2: only the agent has written', [agent('您好，您的订单到了')], '已答复：「您好，您的订单到了」。', 'Answered: “您好，您的订单到了”.'],
    ['H2: nobody has', [system], '', ''],
    ['P4: numbers are masked', [customer('我的手机是 13812341386')], '顾客在等：「我的手机是 138****1386」。', 'Customer waits: “我的手机是 138****1386”.'],
    ['H2: several lines become one', [customer('第一\n\n  第二')], '顾客在等：「第一 第二」。', 'Customer waits: “第一 第二”.'],
  ])('%s', (_name, lines, zh, en) => {
    expect(note(lines)).toBe(zh)
    expect(note(lines, [], 'en')).toBe(en)
  })
  test('H4: what was promised, by when, in the clock of the team', () => {
    expect(note([], [tomorrow, byEvening])).toBe('答应 18:00 前：18:00 前查到包裹。答应 11-28 10:30 前：补发纽扣。')
    expect(note([customer('快递呢')], [byEvening], 'en')).toBe('Customer waits: “快递呢”. Promised by 18:00: 18:00 前查到包裹.')
  })
  test('H2: long texts and many promises are cut: the note fits its field', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ ...byEvening, text: '长'.repeat(500), dueAtMs: byEvening.dueAtMs + at }))
    const long = note([customer('问'.repeat(8_000)), agent('答'.repeat(8_000))], many)
    expect(long.length).toBeLessThanOrEqual(1_000)
    expect(long).toContain(`「${'问'.repeat(79)}…」`)
  })
})
