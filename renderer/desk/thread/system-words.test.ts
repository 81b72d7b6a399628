import { describe, expect, it } from 'vitest'
import type { SystemLine } from '../../../domain/entities/conversation.ts'
import { systemWords } from './system-words.ts'

const names: Record<string, string> = { p1: '小安', p2: '小林' }
const words = (kind: SystemLine['kind'], params: SystemLine['params'] = {}) =>
  systemWords({ kind, params }, id => names[id] ?? null, id => id === 'pr1' ? '查库存' : null, ms => `T${ms}`, '客服')

describe('system lines', () => {
  it('name who took or passed the conversation', () => {
    expect(words('assigned', { personId: 'p1' })).toMatchObject({ key: 'assigned', with: { name: '小安' } })
    expect(words('reassigned', { fromId: 'p1', toId: 'p2' })).toMatchObject({ key: 'reassigned', with: { from: '小安', name: '小林' } })
    expect(words('reassigned', { toId: 'gone' })).toMatchObject({ key: 'reassignedTo', with: { name: '客服' } })
  })
  it('say that the system took it back into the queue', () => {
    expect(words('reassigned', { fromId: 'p1' })).toMatchObject({ key: 'handedBack', with: { from: '小安' } })
  })
  it('say by when something was promised', () => {
    expect(words('promise_made', { dueAtMs: 5, promiseId: 'pr1' })).toMatchObject({ key: 'promise_made', with: { time: 'T5', text: '查库存' } })
    expect(words('promise_made', { dueAtMs: 5 })).toMatchObject({ key: 'promise_made_plain', with: { time: 'T5' } })
  })
  it('tell a mark from its removal', () => {
    expect(words('spam', { on: 0 }).key).toBe('spamOff')
    expect(words('blocked', { on: 1 }).key).toBe('blocked')
  })
})
