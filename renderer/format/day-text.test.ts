import { describe, expect, it } from 'vitest'
import { clockText, durationText, secondsFigure } from './clock-text.ts'
import { dayWriter, moneyText } from './day-text.ts'

const zone = 'Asia/Shanghai'
const noon = Date.UTC(2026, 10, 21, 4, 0, 0)

describe('days and times', () => {
  it('names today, yesterday, and the year only when it is another', () => {
    const zh = dayWriter('zh', zone)
    expect(zh.day(noon, noon)).toBe('今天')
    expect(zh.day(noon - 86_400_000, noon)).toBe('昨天')
    expect(zh.day(Date.UTC(2025, 0, 5, 4), noon)).toBe('2025年1月5日')
    expect(zh.brief(noon, noon)).toBe('12:00')
    expect(dayWriter('en', zone).day(noon, noon)).toBe('today')
  })

  it('counts days in the zone of the desk: 00:30 in Shanghai is another day than 23:30', () => {
    const zh = dayWriter('zh', zone)
    expect(zh.day(Date.UTC(2026, 10, 20, 15, 30), Date.UTC(2026, 10, 20, 16, 30))).toBe('昨天')
  })

  it('says how long ago from a minute on', () => {
    const zh = dayWriter('zh', zone)
    expect(zh.ago(noon - 59_000, noon)).toBeNull()
    expect(zh.ago(noon - 300_000, noon)).toBe('5分钟前')
  })
})

describe('lengths and money', () => {
  it('writes clocks', () => {
    expect([clockText(72_000), clockText(-5_400), clockText(3_661_000)]).toEqual(['01:12', '00:05', '1:01:01'])
  })
  it('writes words and figures', () => {
    expect([durationText(125_000, 'zh'), durationText(125_000, 'en')]).toEqual(['2分钟', '2 min'])
    expect([secondsFigure(8_240, 'zh'), secondsFigure(21_400, 'zh'), secondsFigure(null, 'zh')]).toEqual(['8.2', '21', null])
    expect(moneyText(59_900, 'zh')).toBe('¥599.00')
  })
})
