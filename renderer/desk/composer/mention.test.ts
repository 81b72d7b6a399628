import { describe, expect, it } from 'vitest'
import { mentionAt, withMention } from './mention.ts'

describe('mentioning a colleague', () => {
  it('is a name after an @ at the start or after a blank', () => {
    expect(mentionAt('@小', 2)).toEqual({ from: 0, typed: '小' })
    expect(mentionAt('请 @', 3)).toEqual({ from: 2, typed: '' })
    expect(mentionAt('a@b', 3)).toBeNull()
    expect(mentionAt('@小林 看', 5)).toBeNull()
  })
  it('puts the name and a blank', () => {
    expect(withMention('请 @小 看', 2, 4, '小林')).toEqual({ text: '请 @小林  看', caret: 6 })
  })
})
