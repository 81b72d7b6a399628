import { beforeEach, describe, expect, it } from 'vitest'
import { compose, composing, fillDraft, forgetComposers, joinReturned, putBack } from './composer-store.ts'


beforeEach(() => { forgetComposers() })

describe('what is typed is never touched', () => {
  it('a stored draft fills an untouched composer', () => {
    fillDraft('c1', '上次写的')
    expect(composing('c1')).toMatchObject({ text: '上次写的', draft: 'saved' })
  })

  it('a stored draft that comes late does not overwrite what was typed meanwhile', () => {
    compose('c1', { text: '新写的' })
    fillDraft('c1', '上次写的')
    expect(composing('c1')).toMatchObject({ text: '新写的', draft: 'changed' })
  })

  it('a second answer of the store changes nothing', () => {
    fillDraft('c1', 'a')
    compose('c1', { text: '', draft: 'changed' })
    fillDraft('c1', 'a')
    expect(composing('c1').text).toBe('')
  })

  it('a taken-back text stands before what was typed since', () => {
    compose('c1', { text: '接着写', draft: 'changed' })
    putBack('c1', '发错了')
    expect(composing('c1').text).toBe('发错了\n接着写')
  })

  it('the same text is not doubled', () => {
    expect(joinReturned('好的', ' 好的 ')).toBe('好的')
    expect(joinReturned('好的', '')).toBe('好的')
  })
})

describe('scripts in a reply', () => {
  const one = { scriptId: 's1', kind: null, body: '退款三天到账', from: 0, to: 6, open: [] }
  it('keep their places while it is written, and come back with a text that comes back', () => {
    compose('c1', { text: '退款三天到账', inserted: [one] })
    compose('c1', { text: '亲，退款三天到账' })
    expect(composing('c1').inserted).toMatchObject([{ from: 2, to: 8 }])
    compose('c1', { text: '', inserted: [] })
    compose('c1', { text: '再写' })
    putBack('c1', '退款三天到账', [one])
    expect(composing('c1')).toMatchObject({ text: '退款三天到账\n再写', inserted: [{ from: 0, to: 6 }] })
  })
  it('a text that was held back is asked about anew once it is changed', () => {
    compose('c1', { text: '没办法' })
    compose('c1', { heldBack: { text: '没办法', why: 'warn' } })
    compose('c1', { draft: 'saved' })
    expect(composing('c1').heldBack?.why).toBe('warn')
    compose('c1', { text: '没办法呀' })
    expect(composing('c1').heldBack).toBeNull()
  })
})
