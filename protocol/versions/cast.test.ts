import { expect, test, vi } from 'vitest'

// Two older versions that never were: 1 sent the body as `text`, 0 without a kind; their customers had one tag, and none.
vi.mock('../sync.ts', async load => ({ ...await load<object>(), SCHEMA_VERSION: 2 }))
vi.mock('./steps.ts', () => ({
  STEPS: {
    1: {
      mutations: { 'message.send': (args: object) => ({ lineKind: 'answer', ...args }) },
      rows: { customer: ({ tag: _tag, ...row }: { tag: string }) => row },
    },
    2: {
      mutations: { 'message.send': ({ text, ...args }: { text: string }) => ({ ...args, body: text }) },
      rows: { customer: ({ tags, ...row }: { tags: string[] }) => ({ ...row, tag: tags[0] }) },
    },
  },
}))
const { OLDEST_SCHEMA, downcastRow, upcastArgs } = await import('./cast.ts')


test('the oldest served schema is the one before the first step', () => {
  expect(OLDEST_SCHEMA).toBe(0)
})

test('arguments of older desks pass each step on the way up', () => {
  expect(upcastArgs('message.send', { id: 'm', text: '在的' }, 0)).toEqual({ id: 'm', lineKind: 'answer', body: '在的' })
  expect(upcastArgs('message.send', { id: 'm', lineKind: 'holding', text: '稍等' }, 1)).toEqual({ id: 'm', lineKind: 'holding', body: '稍等' })
  expect(upcastArgs('message.send', { id: 'm', body: '在的' }, 2)).toEqual({ id: 'm', body: '在的' })
  expect(upcastArgs('conversation.take', { conversationId: 'c' }, 0)).toEqual({ conversationId: 'c' })
  expect(upcastArgs('message.send', null, 0)).toBeNull()
})

test('rows for older desks pass each step on the way down', () => {
  expect(downcastRow('customer', { id: 'k', tags: ['会员', '老客户'] }, 2)).toEqual({ id: 'k', tags: ['会员', '老客户'] })
  expect(downcastRow('customer', { id: 'k', tags: ['会员', '老客户'] }, 1)).toEqual({ id: 'k', tag: '会员' })
  expect(downcastRow('customer', { id: 'k', tags: ['会员', '老客户'] }, 0)).toEqual({ id: 'k' })
  expect(downcastRow('team', { id: 't' }, 0)).toEqual({ id: 't' })
})
