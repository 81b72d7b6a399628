import { expect, test } from 'vitest'
import { addMod64, hash64 } from './hash64.ts'

test('is stable: desk and server must agree on it', () => {
  expect(hash64('message', 'm1', '42')).toBe(hash64('message', 'm1', '42'))
  expect(hash64('message', 'm1', '42').toString()).toMatchInlineSnapshot(`"6818183152658908526"`)
})

test('two rows with their seqs swapped have another sum', () => {
  const right = addMod64(hash64('message', 'm1', '5'), hash64('message', 'm2', '6'))
  expect(addMod64(hash64('message', 'm1', '6'), hash64('message', 'm2', '5'))).not.toBe(right)
})

test('the sum wraps at 2^64 in both directions', () => {
  expect(addMod64((1n << 64n) - 1n, 1n)).toBe(0n)
  expect(addMod64(0n, -1n)).toBe((1n << 64n) - 1n)
})

test('equals FNV-1a 64 with the finaliser, by plain big integers', () => {
  let hash = 0xcbf29ce484222325n
  for (const char of 'order_head\nabc\n99') hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n)
  expect(hash64('order_head', 'abc', '99')).toBe(hash ^ (hash >> 33n))
})
