import { describe, expect, it } from 'vitest'
import { inserted } from './insert.ts'

describe('inserting a line', () => {
  it('keeps everything typed around it', () => {
    expect(inserted('您好，再见', '请稍等。', 3)).toEqual({ text: '您好，请稍等。再见', caret: 7 })
  })
  it('appends when the caret is unknown or beyond the end', () => {
    expect(inserted('您好', '请稍等', 99)).toEqual({ text: '您好请稍等', caret: 5 })
  })
})
