import { expect, test } from 'vitest'
import { externalUrl, isAppUrl } from './urls.ts'

test.each([
  ['app://desk/', true], ['app://desk/index.html#x', true], ['app://other/', false], ['app://desk.example/', false],
  ['https://desk/', false], ['about:blank', false], ['', false],
])('own page: %s is %s', (url, expected) => {
  expect(isAppUrl(url)).toBe(expected)
})

test.each([
  ['https://example.org/a?b=c', true], ['http://example.org', true], ['javascript:alert(1)', false], ['file:///etc/passwd', false],
  ['https://shop@example.org', false], ['smb://host/share', false], ['app://desk/', false], [`https://example.org/${'a'.repeat(2_000)}`, false],
])('link outside: %s is %s', (url, expected) => {
  expect(externalUrl(url) !== null).toBe(expected)
})
