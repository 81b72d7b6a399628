import { expect, test } from 'vitest'
import { brokenVariables, fillBody, plainBody } from './variables.ts'

test.each([
  ['{{customer.name|亲}}您好', {}, '亲您好', [[0, 1]], []],
  ['{{customer.name|亲}}您好', { 'customer.name': '陈女士' }, '陈女士您好', [[0, 3]], []],
  ['订单{{ order.number }}好了', {}, '订单{{ order.number }}好了', [], [[2, 20]]],
  ['{{a.b|}}!', {}, '!', [], []],
  ['{{toString}}', {}, '{{toString}}', [], [[0, 12]]],
  ['{{x|{{y}}', {}, '{{x|{{y}}', [], [[4, 9]]],
  ['{{customer.name}}', { 'customer.name': '{{order.number}}' }, '{{order.number}}', [[0, 16]], []],
])('%s filled with %o', (body, values, text, filled, open) => {
  expect(fillBody(body, values)).toMatchObject({ text, filled, open })
})

test('places of the body as it reads are found in the filled one', () => {
  const { place } = fillBody('{{customer.name|亲}}您好{{shop.name|小铺}}', { 'customer.name': '陈女士' })
  expect([...plainBody('{{customer.name|亲}}您好{{shop.name|小铺}}')].map((_, at) => place(at))).toEqual([null, 3, 4, 5, 6])
})

test('faults of a script are named', () => {
  expect(brokenVariables('{{customer.name|亲}} {{custmer.name}} {{ x')).toEqual(['custmer.name', '{{ x'])
})
