import { expect, test } from 'vitest'
import { hoursFaults, isDate } from './hours-faults.ts'

const period = (weekday: number, fromMin: number, toMin: number) => ({ weekday, fromMin, toMin })

test.each([
  [{ timeZone: 'Asia/Shanghai', periods: [period(1, 540, 720), period(1, 720, 1440), period(2, 0, 1440)], holidays: ['2026-02-17'] }, []],
  [{ timeZone: 'Asia/Nowhere', periods: [], holidays: [] }, [['timeZone', 0, 'zone']]],
  [{ timeZone: 'UTC', periods: [period(1, 600, 600), period(1, 700, 600)], holidays: [] }, [['periods', 0, 'order'], ['periods', 1, 'order']]],
  [{ timeZone: 'UTC', periods: [period(1, 540, 720), period(1, 700, 800), period(2, 700, 800)], holidays: [] }, [['periods', 1, 'overlap']]],
  [{ timeZone: 'UTC', periods: [], holidays: ['2026-02-29', '17.02.2026', '2028-02-29'] }, [['holidays', 0, 'date'], ['holidays', 1, 'date']]],
])('%j', (hours, faults) => { expect(hoursFaults(hours).map(({ field, at, fault }) => [field, at, fault])).toEqual(faults) })

test.each([['2026-11-22', true], ['2026-13-01', false], ['2026-1-1', false], ['', false]])('a date: %s', (text, is) => { expect(isDate(text)).toBe(is) })
