import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { targets } from './bundle-targets.ts'

// The core as it is bundled. Units run from source, where imports are plain: only here is seen what the bundler makes of them.
let folder = ''
let text = ''
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shiftdesk-late-'))
  await targets.find(({ name }) => name === 'core')?.build(folder)
  text = readFileSync(path.join(folder, 'main.cjs'), 'utf8')
}, 60_000)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

test('loading the core reads none of the files beside it', () => {
  const watch = path.join(folder, 'watch.cjs')
  // better-sqlite3 is no part of the question, and main.cjs ends by itself where it is no utility process.
  writeFileSync(watch, `const Module = require('module'); const load = Module._load; const read = []
    Module._load = function (name, ...rest) { read.push(name); return name === 'better-sqlite3' ? class {} : load.call(this, name, ...rest) }
    process.on('exit', () => { process.exitCode = 0; require('fs').writeFileSync(${JSON.stringify(path.join(folder, 'read.json'))}, JSON.stringify(read)) })`)
  execFileSync(process.execPath, ['-r', watch, '-e', `try { process.exit = () => {}; require(${JSON.stringify(path.join(folder, 'main.cjs'))}) } catch (error) { console.error(error); throw error }`], { stdio: 'ignore' })
  const read = JSON.parse(readFileSync(path.join(folder, 'read.json'), 'utf8')) as string[]
  expect(read).toContain('better-sqlite3')
  expect(read.filter(name => name.startsWith('./'))).toEqual([])
})

test('what is taken from a file beside is in it', () => {
  const load = createRequire(path.join(folder, 'main.cjs'))
  const taken = [...text.matchAll(/=require\("(\.\/[\w-]+\.cjs)"\)\.(\w+)/g)].map(match => [match[1] ?? '', match[2] ?? ''] as const)
  expect(new Set(taken.map(([file]) => file)).size).toBeGreaterThan(3)
  for (const [file, name] of taken) {
    expect(existsSync(path.join(folder, file)), file).toBe(true)
    expect((load(file) as Record<string, unknown>)[name], `${name} of ${file}`).toBeDefined()
  }
})
