import { expect, test } from 'vitest'
import { endsDuty, itemStands } from './settle.ts'

test.each([
  ['listed and with the leaver', 'listed', { state: 'open', ownerId: 'an' }, true],
  ['closed meanwhile', 'listed', { state: 'closed', ownerId: 'an' }, false],
  ['moved meanwhile', 'listed', { state: 'open', ownerId: 'bo' }, false],
  ['in the queue', 'listed', { state: 'queued', ownerId: null }, false],
  ['gone', 'listed', null, false],
  ['confirmed before', 'confirmed', { state: 'open', ownerId: 'an' }, false],
] as const)('H3: an item stands: %s', (_, state, conversation, stands) => {
  expect(itemStands({ state, fromPersonId: 'an' }, conversation)).toBe(stands)
})

test.each([
  ['handover', { open: 0, listed: 0, onShift: false }, true],
  ['handover', { open: 1, listed: 0, onShift: false }, false],
  ['handover', { open: 0, listed: 1, onShift: false }, false],
  ['handover', { open: 0, listed: 0, onShift: true }, false],
  ['hung_up', { open: 0, listed: 0, onShift: false }, false],
] as const)('H5: signed off from %s with %o: %s', (state, around, ends) => { expect(endsDuty({ state }, around)).toBe(ends) })
