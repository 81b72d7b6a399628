import { describe, expect, it } from 'vitest'
import { richParts } from './rich-parts.ts'

describe('what a message is made of', () => {
  it('finds a link and leaves the full stop outside', () => {
    expect(richParts('看这里 https://a.example/x?y=1。谢谢')).toEqual([
      { kind: 'text', text: '看这里 ' }, { kind: 'link', text: 'https://a.example/x?y=1' }, { kind: 'text', text: '。谢谢' },
    ])
    expect(richParts('see https://a.example/x.').map(part => part.kind)).toEqual(['text', 'link', 'text'])
  })

  it('masks a phone number but not one inside a link', () => {
    expect(richParts('电话13800138000').map(part => part.kind)).toEqual(['text', 'personal'])
    expect(richParts('https://a.example/13800138000').map(part => part.kind)).toEqual(['link'])
  })

  it('knows the names of colleagues', () => {
    expect(richParts('@小林 看一下', ['小林'])).toEqual([{ kind: 'mention', text: '@小林' }, { kind: 'text', text: ' 看一下' }])
  })

  it('makes nothing of markup: it stays text', () => {
    expect(richParts('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }])
  })

  it.each(['', 'javascript:alert(1)', 'a@b.example 13800138000 https://x.example @小林'])('loses nothing of %j', text => {
    expect(richParts(text, ['小林']).map(part => part.text).join('')).toBe(text)
  })
})
