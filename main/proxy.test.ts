import { expect, test } from 'vitest'
import { proxyFrom } from './proxy.ts'

test.each([
  ['DIRECT', null], ['', null], ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080'],
  ['HTTPS proxy.example:443', 'https://proxy.example:443'], ['SOCKS5 10.0.0.1:1080', 'socks5://10.0.0.1:1080'],
  ['QUIC a:1; PROXY b:2', 'http://b:2'], ['DIRECT; PROXY b:2', null],
])('%s means %s', (answer, expected) => {
  expect(proxyFrom(answer)).toBe(expected)
})
