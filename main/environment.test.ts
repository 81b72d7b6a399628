import { expect, test } from 'vitest'
import { isLoopback, readEnvironment } from './environment.ts'

const trial = {
  SHIFTDESK_API: 'http://127.0.0.1:8080', SHIFTDESK_TRIAL_SHOP: 'yunduo', SHIFTDESK_TRIAL_USER: 'xiaoan',
  SHIFTDESK_TRIAL_PASSWORD: 'secret',
}

test.each([
  ['http://127.0.0.1:8080', true], ['http://localhost', true], ['https://[::1]:1/x', true], ['http://127.1.2.3', true],
  ['http://127.0.0.1.example.org', false], ['https://desk.example.org', false], ['ftp://127.0.0.1', false],
  ['http://localhost.example.org', false], ['http://127.0.0.1@example.org', false], ['nonsense', false],
])('loopback: %s is %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected)
})

test('a trial run signs in by itself on loopback only', () => {
  expect(readEnvironment(trial, '45.4.1').trial)
    .toEqual({ api: 'http://127.0.0.1:8080', shop: 'yunduo', account: 'xiaoan', password: 'secret' })
  const elsewhere = readEnvironment({ ...trial, SHIFTDESK_API: 'https://desk.example.org' }, '45.4.1')
  expect(elsewhere.trial).toBeNull()
  expect(elsewhere.notes).toHaveLength(1)
  expect(readEnvironment({ ...trial, SHIFTDESK_TRIAL_PASSWORD: '' }, '45.4.1').trial).toBeNull()
})

test('an older engine is the fallback, so is one that says so', () => {
  expect(readEnvironment({}, '45.4.1').fallbackRuntime).toBe(false)
  expect(readEnvironment({}, '25.1.1').fallbackRuntime).toBe(true)
  expect(readEnvironment({}, '').fallbackRuntime).toBe(true)
  expect(readEnvironment({ SHIFTDESK_FALLBACK_RUNTIME: '1' }, '45.4.1').fallbackRuntime).toBe(true)
})
