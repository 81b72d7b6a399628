import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../protocol/script-views.ts'
import { mayGo } from './try-send.ts'

const finding = (severity: Finding['severity'], ruleId: string | null = 'r1'): Finding => ({ rule: 'phone', severity, span: [0, 2], words: '', ruleId, positive: null, reason: null })
const checked = (text: string, ...findings: Finding[]) => ({ text, findings, sure: true })

describe('a reply (C6)', () => {
  it('goes out when nothing is wrong, or only noted', () => {
    expect(mayGo('好的', checked('好的'), false)).toEqual({ held: null, insisted: [] })
    expect(mayGo('好的', checked('好的', finding('note')), false)).toEqual({ held: null, insisted: [] })
  })
  it('never with a block, however often Enter is pressed', () => {
    expect(mayGo('密码', checked('密码', finding('warn'), finding('block')), true).held).toBe('block')
  })
  it('with a warning at the second Enter, and says of which rules', () => {
    const both = checked('没办法', finding('warn'), finding('warn', null), finding('warn'))
    expect(mayGo('没办法', both, false)).toEqual({ held: 'warn', insisted: [] })
    expect(mayGo('没办法', both, true)).toEqual({ held: null, insisted: ['r1', 'phone'] })
  })
  it('not with a place left to fill in', () => { expect(mayGo('订单 {{order.number}}', checked(''), true).held).toBe('variable') })
  it('is left to the core when the newest text was not looked at yet', () => {
    expect(mayGo('密码', checked('密', finding('block')), false).held).toBeNull()
    expect(mayGo('密码', { text: '密码', findings: [finding('block')], sure: false }, false).held).toBeNull()
  })
})
