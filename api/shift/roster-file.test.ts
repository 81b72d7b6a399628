import writeXlsx from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { readRoster } from './roster-file.ts'
import { minuteOfCell } from './roster-words.ts'
import { at, ZONE } from './test-shift.ts'

const people = [
  { id: 'p1', account: 'xiaoan', name: '小安' }, { id: 'p2', account: 'xiaolin', name: '小林' }, { id: 'p3', account: 'lin2', name: '小林' },
]
const read = (text: string) => readRoster(new TextEncoder().encode(text), people, ZONE)

test.each([
  ['9:00', 540], ['09：30', 570], ['22点', 1320], ['30:00', 1800], ['24:00', 1440], ['0.375', 540], ['1899-12-30 09:00:00', 540], ['1899-12-30', 0], ['9', 540],
  ['37:00', null], ['9:75', null], ['早上', null], ['', null],
])('the time %s is minute %s', (cell, minute) => {
  expect(minuteOfCell(cell)).toBe(minute)
})

test('L4: a roster in CSV, with Chinese or English words, by account or by a name that only one has', async () => {
  const { shifts, faults } = await read('账号,日期,班次,开始,结束,值班\nxiaoan,2026-11-27,白班,9:00,18:00,是\n小安,2026/11/28,夜班,22:00,6:00,\nXIAOLIN,2026-11-27,休息,,,\nxiaolin,2026年11月28日,mid,12:00,21:00,no\n')
  expect(faults).toEqual([])
  expect(shifts).toEqual([
    { personId: 'p1', kind: 'day', date: '2026-11-27', fromMs: at(9), toMs: at(18), duty: true },
    { personId: 'p1', kind: 'night', date: '2026-11-28', fromMs: at(22, '2026-11-28'), toMs: at(30, '2026-11-28'), duty: false },
    { personId: 'p2', kind: 'off', date: '2026-11-27', fromMs: at(0), toMs: at(24), duty: false },
    { personId: 'p2', kind: 'mid', date: '2026-11-28', fromMs: at(12, '2026-11-28'), toMs: at(21, '2026-11-28'), duty: false },
  ])
})

test('L4: faults by line; what can be read is read', async () => {
  const { shifts, faults } = await read([
    'account,date,kind,from,to', 'nobody,2026-11-27,day,9:00,18:00', '小林,2026-11-27,day,9:00,18:00', 'xiaoan,27th,day,9:00,18:00',
    'xiaoan,2026-11-27,holiday,9:00,18:00', 'xiaoan,2026-11-27,day,nine,18:00', 'xiaoan,2026-11-27,day,9:00,', 'xiaoan,2026-11-27,day,9:00,18:00',
    'xiaoan,2026-11-27,mid,17:00,21:00',
  ].join('\n'))
  expect(faults).toEqual([
    { line: 2, code: 'unknown_account', value: 'nobody' }, { line: 3, code: 'unknown_account', value: '小林' }, { line: 4, code: 'bad_date', value: '27th' },
    { line: 5, code: 'unknown_kind', value: 'holiday' }, { line: 6, code: 'bad_time', value: 'nine' }, { line: 7, code: 'bad_time', value: '' },
    { line: 9, code: 'overlap', value: '2026-11-27' },
  ])
  expect(shifts).toHaveLength(2)
})

test('a file that is none, is empty, or lacks a column says so', async () => {
  expect((await read('')).faults).toEqual([{ line: null, code: 'empty_file', value: '' }])
  expect((await readRoster(new Uint8Array([0, 1, 2, 0, 0, 7, 1]), people, ZONE)).faults).toMatchObject([{ code: 'unreadable' }])
  expect((await read('account,date,from,to\nxiaoan,2026-11-27,9:00,18:00')).faults).toMatchObject([{ line: 1, code: 'wrong_columns' }])
})

test('L4: an XLSX with dates and times as a spreadsheet keeps them', async () => {
  const day = { value: new Date('2026-11-27T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }
  const time = (hours: number) => ({ value: hours / 24, type: Number, format: 'h:mm' })
  const bytes = await writeXlsx([
    ['账号', '日期', '班次', '上班', '下班'].map((value) => ({ value, type: String })),
    [{ value: 'xiaoan', type: String }, day, { value: '白班', type: String }, time(9), time(18)],
  ]).toBuffer()
  expect(await readRoster(bytes, people, ZONE)).toEqual({
    shifts: [{ personId: 'p1', kind: 'day', date: '2026-11-27', fromMs: at(9), toMs: at(18), duty: false }], faults: [],
  })
})
