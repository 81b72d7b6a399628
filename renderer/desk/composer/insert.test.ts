import { describe, expect, it } from 'vitest'
import { inserted } from './insert.ts'

describe('inserting a line', () => {
  it('keeps everything typed around it', () => {
    expect(inserted('您好，再见', '请稍等。', 3)).toMatchObject({ text: '您好，请稍等。再见', caret: 7 })
  })
  it('takes the search behind the slash away', () => {
    expect(inserted('您好 /tk 谢谢', '退款三天到账', 3, 6)).toMatchObject({ text: '您好 退款三天到账 谢谢', caret: 9 })
  })
  it('appends when the caret is unknown or beyond the end', () => {
    expect(inserted('您好', '请稍等', 99)).toMatchObject({ text: '您好请稍等', caret: 5 })
  })
  it('leaves a blank between English sentences only', () => {
    expect(inserted('Hello.', 'Your parcel left.', 6)).toMatchObject({ text: 'Hello. Your parcel left.', caret: 24 })
    expect(inserted('Hello ', 'Ann', 6).text).toBe('Hello Ann')
    expect(inserted('您好', 'Ann', 2).text).toBe('您好Ann')
  })
})
