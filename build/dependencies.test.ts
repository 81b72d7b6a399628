import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './root.ts'

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
// Types of a package belong to it.
const used = ['dependencies', 'optionalDependencies', 'devDependencies']
  .flatMap(part => Object.keys(manifest[part] ?? {})).filter(name => !name.startsWith('@types/'))
// The first column of each table: `name`, `name` (a remark).
const explained = readFileSync(path.join(root, 'docs/DEPENDENCIES.md'), 'utf8').split('\n')
  .filter(line => line.startsWith('| `'))
  .flatMap(line => [...(line.split('|')[1] ?? '').replaceAll(/\([^)]*\)/g, '').matchAll(/`([^`]+)`/g)].map(([, name]) => name))

test('docs/DEPENDENCIES.md explains each package that package.json has, and no other', () => {
  expect(explained.toSorted()).toEqual(used.toSorted())
})

test('the lock is of this package.json', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> }
  for (const part of ['dependencies', 'optionalDependencies', 'devDependencies']) {
    expect(lock.packages['']).toHaveProperty(part, manifest[part])
  }
})
