import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './root.ts'

// The walls check themselves: every rule of the table must be able to fail, and the tool must have read every source.
interface Cruised {
  modules: { source: string }[]
  summary: { violations: { from: string, to: string, rule: { name: string } }[] }
}

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }
const folders = ['domain', 'protocol', 'db', 'core', 'main', 'preload', 'renderer', 'webchat', 'api', 'build', 'tests']

// room -> what it must not import
const forbidden: Record<string, string[]> = {
  domain: ['node:fs', 'path', '../protocol/thing.ts', '../api/thing.ts', 'better-sqlite3', 'electron'],
  protocol: ['node:fs', '../db/thing.ts', '../core/thing.ts', 'luxon'],
  db: ['node:fs', '../protocol/thing.ts', '../core/thing.ts', 'electron'],
  core: ['../main/thing.ts', '../api/thing.ts', '../renderer/thing.ts', 'react', 'fastify'],
  main: ['../db/thing.ts', '../core/thing.ts', '../renderer/thing.ts', 'better-sqlite3', 'react'],
  preload: ['node:fs', '../core/thing.ts', '../main/thing.ts', 'zod'],
  renderer: ['node:path', '../db/thing.ts', '../core/thing.ts', '../main/thing.ts', 'electron', 'better-sqlite3'],
  webchat: ['node:path', '../api/thing.ts', '../renderer/thing.ts', 'electron'],
  api: ['../core/thing.ts', '../db/thing.ts', '../main/thing.ts', 'electron', 'better-sqlite3', 'react'],
  build: ['../api/thing.ts', '../core/thing.ts', '../tests/thing.ts'],
}
const allowed: Record<string, string[]> = {
  domain: ['zod'],
  protocol: ['zod', '../domain/thing.ts'],
  db: ['better-sqlite3', '../domain/thing.ts'],
  core: ['node:fs', '../db/thing.ts', '../protocol/thing.ts', '../domain/thing.ts'],
  main: ['node:fs', 'electron', '../protocol/thing.ts'],
  preload: ['electron', '../protocol/thing.ts'],
  renderer: ['react', 'react-dom/client', '../domain/thing.ts', '../protocol/thing.ts'],
  webchat: ['react', '../protocol/thing.ts'],
  api: ['node:fs', 'postgres', 'fastify', '../protocol/thing.ts'],
  build: ['node:fs', 'esbuild'],
}

let copy = ''
let planted: Cruised

function cruise(folder: string, paths: string[]): Cruised {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const run = spawnSync(process.execPath, [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths], {
    cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28,
  })
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser: ${run.stdout}${run.stderr}`)
  return JSON.parse(run.stdout) as Cruised
}

function plant(file: string, imports: string[]): void {
  writeFileSync(path.join(copy, file), [...imports.map(name => `import '${name}'`), 'export const planted = 1', ''].join('\n'))
}

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'shiftdesk-walls-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(path.join(root, file), path.join(copy, file))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  for (const folder of folders) {
    mkdirSync(path.join(copy, folder))
    plant(`${folder}/thing.ts`, [])
  }
  for (const [room, names] of Object.entries(forbidden)) plant(`${room}/forbidden.ts`, names)
  for (const [room, names] of Object.entries(allowed)) plant(`${room}/allowed.ts`, names)
  plant('tests/some.test.ts', [])
  plant('api/tested.ts', ['../tests/some.test.ts'])
  plant('api/test-database.ts', ['vitest'])
  plant('api/supported.ts', ['./test-database.ts'])
  plant('core/round.ts', ['./about.ts'])
  plant('core/about.ts', ['./round.ts'])
  plant('core/nowhere.ts', ['./not-there.ts'])
  planted = cruise(copy, folders)
})

afterAll(() => { rmSync(copy, { recursive: true, force: true }) })

test.each(Object.entries(forbidden))('%s/ is refused what is not its own', (room, names) => {
  const found = planted.summary.violations.filter(({ from, rule }) => from === `${room}/forbidden.ts` && rule.name === `room-${room}`)
  expect(found).toHaveLength(names.length)
})

test.each(Object.entries(allowed))('%s/ may import what its row says', room => {
  expect(planted.summary.violations.filter(({ from }) => from === `${room}/allowed.ts`)).toEqual([])
})

test('test support may import test tools', () => {
  expect(planted.summary.violations.filter(({ from }) => from === 'api/test-database.ts')).toEqual([])
})

test('every rule of the table can fail', () => {
  const failed = new Set(planted.summary.violations.map(({ rule }) => rule.name))
  expect([...failed].sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
})

test('the real tree keeps its walls, and every tracked source was read', () => {
  const listed = spawnSync('git', ['ls-files', ...folders.flatMap(folder => [`${folder}/*.ts`, `${folder}/*.tsx`])], { cwd: root, encoding: 'utf8' })
  const tracked = listed.stdout.split('\n').filter(file => file !== '' && !file.endsWith('.d.ts'))
  const cruised = cruise(root, folders)
  const read = new Set(cruised.modules.map(({ source }) => source))
  expect(tracked.length).toBeGreaterThan(20)
  expect(tracked.filter(file => !read.has(file))).toEqual([])
  expect(cruised.summary.violations).toEqual([])
})
