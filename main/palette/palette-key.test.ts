import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPaletteKeys } from './palette-key.ts'

let folder: string
let held: Map<string, () => void>
let foreign: Set<string>
let pressed: number
const keys = () => createPaletteKeys({
  register(accelerator, press) {
    if (foreign.has(accelerator)) return false
    held.set(accelerator, press)
    return true
  },
  unregister(accelerator) { held.delete(accelerator) },
}, path.join(folder, 'palette.json'), () => { pressed++ }, () => undefined)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'palette-key-'))
  held = new Map()
  foreign = new Set()
  pressed = 0
})
afterEach(() => { rmSync(folder, { recursive: true }) })

test('the default is held, and a press opens', () => {
  expect(keys().state()).toEqual({ accelerator: 'Mod+Alt+Space', state: 'on' })
  held.get('CommandOrControl+Alt+Space')?.()
  expect(pressed).toBe(1)
})

test('other keys take the place of the first, also at the next start', () => {
  const first = keys()
  first.state()
  expect(first.choose('Mod+Alt+P')).toEqual({ accelerator: 'Mod+Alt+P', state: 'on' })
  expect([...held.keys()]).toEqual(['CommandOrControl+Alt+P'])
  first.release()
  expect(held.size).toBe(0)
  expect(keys().state()).toEqual({ accelerator: 'Mod+Alt+P', state: 'on' })
})

test('keys of another program are said to be taken, and come when it is gone', () => {
  foreign.add('CommandOrControl+Alt+Space')
  const some = keys()
  expect(some.state().state).toBe('taken')
  expect(some.choose('Mod+Alt+Space').state).toBe('taken')
  foreign.clear()
  expect(some.state().state).toBe('on')
})

test('switched off nothing is held, and the keys are remembered', () => {
  const some = keys()
  some.choose('Mod+Alt+P')
  expect(some.choose(null)).toEqual({ accelerator: 'Mod+Alt+P', state: 'off' })
  expect(held.size).toBe(0)
})

test('keys that no system takes leave the keys before in place', () => {
  const some = keys()
  some.state()
  expect(some.choose('K').state).toBe('unusable')
  expect(some.state()).toEqual({ accelerator: 'Mod+Alt+Space', state: 'on' })
  writeFileSync(path.join(folder, 'palette.json'), '{"accelerator": 7')
  expect(keys().state().accelerator).toBe('Mod+Alt+Space')
})
