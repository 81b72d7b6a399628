import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appFile, contentPolicy, serveAppFile } from './app-files.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shiftdesk-files-'))
  writeFileSync(path.join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
  writeFileSync(path.join(folder, 'a.js'), '1')
})
afterAll(() => { rmSync(folder, { recursive: true }) })

test.each([
  ['app://desk/', '/r/index.html'],
  ['app://desk/assets/a.js?x#y', '/r/assets/a.js'],
  ['app://desk/../../etc/passwd.js', '/r/etc/passwd.js'],
  ['app://desk/%2e%2e/%2e%2e/secret.js', '/r/secret.js'],
  ['app://desk/..%2f..%2fsecret.js', null],
  ['app://desk/..%5csecret.js', null],
  ['app://desk/a%00.js', null],
  ['app://desk/%ff.js', null],
  ['app://desk/secret.db', null],
  ['app://other/index.html', null],
  ['file:///index.html', null],
])('%s means %s', (address, expected) => {
  expect(appFile('/r', address)).toBe(expected)
})

test('every answer carries the policy, also a missing file', () => {
  const found = serveAppFile(folder, { url: 'app://desk/', method: 'GET' }, () => 'n1')
  expect(found.status).toBe(200)
  expect(found.headers['content-security-policy']).toBe(contentPolicy('n1'))
  expect(found.body.toString()).toBe('<meta property="csp-nonce" nonce="n1">')
  const missing = serveAppFile(folder, { url: 'app://desk/b.js', method: 'GET' }, () => 'n2')
  expect(missing.status).toBe(404)
  expect(missing.headers['content-security-policy']).toBe(contentPolicy('n2'))
  expect(serveAppFile(folder, { url: 'app://desk/a.js', method: 'POST' }, () => 'n3').status).toBe(404)
})

test('the policy lets no inline or evaluated script run and nothing be fetched', () => {
  const policy = contentPolicy('n')
  expect(policy).toMatch(/^default-src 'none';/)
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).not.toContain('unsafe')
})
