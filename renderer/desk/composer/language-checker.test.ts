import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../protocol/desk-api.ts'
import type { Finding } from '../../../protocol/script-views.ts'
import type { DeskClient } from '../../bridge/client.ts'
import { createLanguageChecker, findingAt } from './language-checker.ts'

const finding = (from: number, to: number, severity: Finding['severity'] = 'warn'): Finding => ({ rule: 'C1', severity, span: [from, to], words: '', ruleId: 'r1', positive: null, reason: null })

/** A core that answers when the test says so: one mark for each 不知道. */
function held() {
  const waiting: { body: string; answer: () => void; fail: () => void }[] = []
  const call = (_name: string, { body }: { body: string }) => new Promise<Answer<Finding[]>>(resolve => {
    waiting.push({
      body, fail: () => { resolve({ ok: false, error: { code: 'timeout', detail: null, params: null } }) },
      answer: () => { resolve({ ok: true, value: [...body.matchAll(/不知道/g)].map(({ index }) => finding(index, index + 3)) }) },
    })
  })
  return { waiting, checker: createLanguageChecker({ call: call as DeskClient['call'] }, 'c1') }
}
const settle = () => new Promise<void>(resolve => { setImmediate(resolve) })
const marked = ({ text, findings }: { text: string; findings: Finding[] }) => findings.map(({ span: [from, to] }) => text.slice(from, to))

describe('looking at what is written', () => {
  it('never asks twice at once, and always ends with the newest text', async () => {
    const { waiting, checker } = held()
    for (const text of ['我', '我不', '我不知道', '我不知道呀']) checker.check(text)
    expect(waiting.map(({ body }) => body)).toEqual(['我'])
    waiting[0]?.answer()
    await settle()
    expect(waiting.map(({ body }) => body)).toEqual(['我', '我不知道呀'])
    expect(checker.state.getState().sure).toBe(false)
    waiting[1]?.answer()
    await settle()
    expect(marked(checker.state.getState())).toEqual(['不知道'])
    expect(checker.state.getState().sure).toBe(true)
  })

  it('keeps the marks under their words while typing goes on, also with an answer that comes late', async () => {
    const { waiting, checker } = held()
    checker.check('不知道')
    waiting[0]?.answer()
    await settle()
    checker.check('亲，不知道')
    expect(marked(checker.state.getState())).toEqual(['不知道'])
    checker.check('亲亲，不知道')
    waiting[1]?.answer()
    await settle()
    expect(marked(checker.state.getState())).toEqual(['不知道'])
  })

  it('forgets the marks of a text that was sent, and does not ask about nothing', async () => {
    const { waiting, checker } = held()
    checker.check('不知道')
    checker.check('')
    waiting[0]?.answer()
    await settle()
    expect(checker.state.getState()).toEqual({ text: '', findings: [], sure: true })
    expect(waiting).toHaveLength(1)
  })

  it('goes on when it could not be asked', async () => {
    const { waiting, checker } = held()
    checker.check('不知道')
    waiting[0]?.fail()
    await settle()
    checker.check('不知道呀')
    waiting[1]?.answer()
    await settle()
    expect(marked(checker.state.getState())).toEqual(['不知道'])
  })
})

describe('the finding to speak of', () => {
  it('is the one at the caret, else what stops the message', () => {
    const all = [finding(0, 3), finding(5, 8, 'block')]
    expect(findingAt(all, 2)).toBe(all[0])
    expect(findingAt(all, 20)).toBe(all[1])
    expect(findingAt([], 0)).toBeNull()
  })
})
