import { expect, test } from 'vitest'
import { paletteBounds } from './place.ts'

test.each([
  ['the first screen', { x: 0, y: 0, width: 1600, height: 1000 }, { x: 440, y: 180, width: 720, height: 480 }],
  ['a screen to the left of it', { x: -1920, y: 40, width: 1920, height: 1080 }, { x: -1320, y: 234, width: 720, height: 480 }],
  ['a screen smaller than the window', { x: 0, y: 0, width: 640, height: 400 }, { x: 0, y: 0, width: 640, height: 400 }],
  ['a flat screen', { x: 0, y: 0, width: 1000, height: 500 }, { x: 140, y: 20, width: 720, height: 480 }],
])('on %s', (_name, area, bounds) => {
  expect(paletteBounds(area)).toEqual(bounds)
})
