import { describe, expect, it } from 'vitest'
import { slashQuery, slashTyped } from './slash.ts'

describe('a slash opens the palette', () => {
  it.each(['/', '您好 /', '查到了：/', '好的，/', '第一行\n/', '／', '、', '好的 、'])('after %j', text => {
    expect(slashTyped(text, text.length)).toBe(text.length - 1)
  })
  it.each(['3/', 'and/', '男/', 'https:/', 'https://', '退款、', 'a', ''])('but not in %j', text => { expect(slashTyped(text, text.length)).toBeNull() })
})

describe('what is searched for', () => {
  it('is what follows the slash up to the caret, several words too', () => {
    expect(slashQuery('您好 /tk', 3, 6)).toBe('tk')
    expect(slashQuery('您好 /退款 到账，谢谢', 3, 9)).toBe('退款 到账')
    expect(slashQuery('/', 0, 1)).toBe('')
  })
  it.each([['the slash is gone', 'tk', 0, 2], ['the caret left it', '您好 /tk', 3, 3], ['the line ended', '/tk\n', 0, 4], ['it was a plain slash', '/ tk', 0, 4], ['it is no search', `/${'字'.repeat(61)}`, 0, 62]] as const)(
    'nothing when %s', (_, text, from, caret) => { expect(slashQuery(text, from, caret)).toBeNull() })
})
