import { expect, test } from 'vitest'
import { checkSender } from './sender.ts'

const own = { name: 'own' }
const main = { processId: 4, routingId: 1, url: 'app://desk/index.html' }

test('the main frame of an own window with an own page is heard', () => {
  expect(checkSender(own, new Set([own]), { ...main }, main)).toBe(own)
})

test.each([
  ['another window', { name: 'foreign' }, main, 'not a window of the desk'],
  ['no window', null, main, 'not a window of the desk'],
  ['a frame inside the page', own, { ...main, routingId: 2 }, 'not the main frame'],
  ['a frame of another process', own, { ...main, processId: 5 }, 'not the main frame'],
  ['a frame that is gone', own, null, 'not the main frame'],
])('%s is refused', (_name, window, frame, reason) => {
  expect(() => checkSender(window, new Set([own]), frame, main)).toThrow(reason)
})

test.each(['https://example.org/', 'data:text/html,x', 'app://other/', 'about:blank', ''])('a page at "%s" is refused', url => {
  const foreign = { ...main, url }
  expect(() => checkSender(own, new Set([own]), foreign, foreign)).toThrow('not a page of the desk')
})
