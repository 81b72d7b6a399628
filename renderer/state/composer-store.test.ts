import { beforeEach, describe, expect, it } from 'vitest'
import { compose, composing, fillDraft, forgetComposers, joinReturned, putBack, sentKind } from './composer-store.ts'

const offered = { scriptId: 's1', code: 'az01', title: '安抚', body: '正在为您查询，请稍等', kind: 'holding' as const }

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

describe('the kind of an offered line (T12)', () => {
  it('holds while the wording is untouched', () => {
    expect(sentKind('正在为您查询，请稍等 ', offered)).toEqual({ kind: 'holding', scriptId: 's1' })
  })
  it('is left to the server once edited or never offered', () => {
    expect(sentKind('正在为您查询，请稍等。已查到：明天到', offered)).toEqual({ kind: null, scriptId: null })
    expect(sentKind('明天到', null)).toEqual({ kind: null, scriptId: null })
  })
})
