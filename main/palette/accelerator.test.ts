import { expect, test } from 'vitest'
import { systemAccelerator } from './accelerator.ts'

test.each([
  ['Mod+Alt+Space', 'CommandOrControl+Alt+Space'],
  ['Mod+Shift+K', 'CommandOrControl+Shift+K'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['Ctrl+Meta+,', 'Control+Super+,'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['F8', 'F8'],
  ['Shift+F12', 'Shift+F12'],
  ['K', null],
  ['Shift+K', null],
  ['Mod+', null],
  ['Mod+Mod+K', null],
  ['Hyper+K', null],
  ['Mod+Process', null],
  ['Mod+F99', null],
  ['', null],
])('%s is %s', (keys, system) => {
  expect(systemAccelerator(keys)).toBe(system)
})
