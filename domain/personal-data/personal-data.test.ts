import { describe, expect, test } from 'vitest'
import { findPersonalData } from './find.ts'
import { maskText, maskValue } from './mask.ts'

describe('found', () => {
  test.each([
    ['我的手机13800138000', 'mobile', '13800138000'],
    ['138 0013 8000', 'mobile', '138 0013 8000'],
    ['138-0013-8000', 'mobile', '138-0013-8000'],
    ['１３８００１３８０００', 'mobile', '１３８００１３８０００'],
    ['+86 138 0013 8000', 'mobile', '+86 138 0013 8000'],
    ['+8613800138000', 'mobile', '+8613800138000'],
    ['8613800138000', 'mobile', '8613800138000'],
    ['电话：19912345678，谢谢', 'mobile', '19912345678'],
    ['请打16621234567找我', 'mobile', '16621234567'],
    ['Call me at 13912345678.', 'mobile', '13912345678'],
    ['(13912345678)', 'mobile', '13912345678'],
    ['010-12345678', 'landline', '010-12345678'],
    ['021 6543 2100', 'landline', '021 6543 2100'],
    ['0571-87654321', 'landline', '0571-87654321'],
    ['057187654321', 'landline', '057187654321'],
    ['(010)12345678', 'landline', '(010)12345678'],
    ['010-12345678-801', 'landline', '010-12345678-801'],
    ['座机：87654321', 'landline', '87654321'],
    ['+86 10 1234 5678', 'landline', '+86 10 1234 5678'],
    ['+1 415 555 2671', 'international', '+1 415 555 2671'],
    ['+44 20 7946 0958', 'international', '+44 20 7946 0958'],
    ['+852-9123-4567', 'international', '+852-9123-4567'],
    ['415-555-2671', 'international', '415-555-2671'],
    ['(415) 555-2671', 'international', '(415) 555-2671'],
    ['邮箱 li.ming@example.com', 'email', 'li.ming@example.com'],
    ['发到abc_123@163.com吧', 'email', 'abc_123@163.com'],
    ['LM+shop@mail.example.co.uk', 'email', 'LM+shop@mail.example.co.uk'],
    ['12345678901@qq.com', 'email', '12345678901@qq.com'],
    ['a＠b.cn', 'email', 'a＠b.cn'],
    ['身份证11010519491231002X', 'id_card', '11010519491231002X'],
    ['11010519491231002x', 'id_card', '11010519491231002x'],
    ['440308199001011234', 'id_card', '440308199001011234'],
    ['440308 19900101 1234', 'id_card', '440308 19900101 1234'],
    ['130503670401001', 'id_card', '130503670401001'],
    ['6222021234567890128', 'bank_card', '6222021234567890128'],
    ['4111 1111 1111 1111', 'bank_card', '4111 1111 1111 1111'],
    ['4111-1111-1111-1111', 'bank_card', '4111-1111-1111-1111'],
    ['5500000000000004', 'bank_card', '5500000000000004'],
    ['378282246310005', 'bank_card', '378282246310005'],
    ['卡号4111111111111111', 'bank_card', '4111111111111111'],
    ['6222021234567890129', 'account', '6222021234567890129'],
    ['账号：123456789012', 'account', '123456789012'],
    ['account number 0012345678', 'account', '0012345678'],
    ['DE89 3704 0044 0532 0130 00', 'account', 'DE89 3704 0044 0532 0130 00'],
    ['GB82WEST12345698765432', 'account', 'GB82WEST12345698765432'],
  ])('%s', (text, kind, value) => {
    expect(findPersonalData(text).map(span => [span.kind, text.slice(span.start, span.end)])).toEqual([[kind, value]])
  })
})

describe('left alone', () => {
  test.each([
    ['an order number by date, 16 digits', '2026112112345678'],
    ['an order number by date, 18 digits', '订单202611211234567890怎么还没发'],
    ['an order number by date that passes Luhn', '2026112100000007'],
    ['an order number by date, 19 digits', '2026010112345678901'],
    ['a market place order of 19 digits', '3912345678901234567'],
    ['a labelled order number that looks like a card', '订单号：4111111111111111'],
    ['a labelled order in English', 'order no. 4111111111111111'],
    ['an order of 12 digits', '284712345678'],
    ['a parcel number', 'SF1234567890123'],
    ['a labelled parcel number', '快递单号 773412345678901'],
    ['a hotline', '400-820-8820'],
    ['a hotline in one', '8008208820'],
    ['a price', '一共 1299.00 元'],
    ['a date', '2026-11-21'],
    ['a date and time', '2026-11-21 18:30'],
    ['a date range', '20261121-20261130'],
    ['a short number', '尺码 175 92'],
    ['an article number', '货号 13912345678'],
    ['a long decimal', '3.14159265358979'],
    ['a version', 'v1380013800012'],
    ['an address of no mail', '@shop 你好'],
    ['an identity card of the 13th month', '440308199013011234'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(findPersonalData(text)).toEqual([])
  })
})

test('several in one text, in order', () => {
  const text = '陈女士 13800138000 010-12345678，备用 chen@example.com，订单 2026112112345678'
  expect(findPersonalData(text).map(span => span.kind)).toEqual(['mobile', 'landline', 'email'])
})

test('two numbers parted by a blank', () => {
  expect(findPersonalData('13800138000 13900139000').map(span => [span.start, span.end])).toEqual([[0, 11], [12, 23]])
})

test.each([
  ['mobile', '13812341386', '138****1386'],
  ['mobile', '+86 138 1234 1386', '+86 138****1386'],
  ['landline', '0571-87654321', '0571-****4321'],
  ['landline', '(010)12345678', '010-****5678'],
  ['landline', '87654321', '****4321'],
  ['international', '+1 415 555 2671', '+****2671'],
  ['email', 'li.ming@example.com', 'l***@example.com'],
  ['id_card', '11010519491231002X', '110***********002X'],
  ['bank_card', '4111 1111 1111 1111', '4111********1111'],
  ['account', '123456789012', '****9012'],
  ['mobile', '１３８１２３４１３８６', '138****1386'],
] as const)('mask of %s %s', (kind, value, masked) => {
  expect(maskValue(kind, value)).toBe(masked)
})

test('maskText keeps what stands around', () => {
  expect(maskText('寄到13812341386，或 a@b.cn。')).toBe('寄到138****1386，或 a***@b.cn。')
})

test('a long text of digits is judged in reasonable time', () => {
  const before = process.threadCpuUsage()
  findPersonalData('1 '.repeat(4_000))
  findPersonalData('1'.repeat(8_000))
  findPersonalData('a@'.repeat(4_000))
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(1_000)
})
