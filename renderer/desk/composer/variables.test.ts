import { describe, expect, it } from 'vitest'
import { nextVariable, openVariables } from './variables.ts'

const text = '订单 {{order.number}} 由 {{order.carrier}} 送'
const [first, second] = openVariables(text)

describe('places to be filled in', () => {
  it('are found in order, and nothing else is one', () => {
    expect(openVariables(text).map(([from, to]) => text.slice(from, to))).toEqual(['{{order.number}}', '{{order.carrier}}'])
    for (const plain of ['{一}', '{{}}', '{{ a\n}}', '{ { a } }', '}}{{']) expect(openVariables(plain)).toEqual([])
  })

  it('Tab walks through them and comes round', () => {
    const open = openVariables(text)
    expect(nextVariable(open, 0, 0, false)).toEqual(first)
    expect(nextVariable(open, first?.[0] ?? 0, first?.[1] ?? 0, false)).toEqual(second)
    expect(nextVariable(open, text.length, text.length, false)).toEqual(first)
    expect(nextVariable(open, text.length, text.length, true)).toEqual(second)
    expect(nextVariable(open, second?.[0] ?? 0, second?.[1] ?? 0, true)).toEqual(first)
  })

  it('and leaves the field after the last, and when there is none', () => {
    const open = openVariables(text)
    expect(nextVariable(open, second?.[0] ?? 0, second?.[1] ?? 0, false)).toBeNull()
    expect(nextVariable(open, first?.[0] ?? 0, first?.[1] ?? 0, true)).toBeNull()
    expect(nextVariable([], 0, 0, false)).toBeNull()
  })
})
