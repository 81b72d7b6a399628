import { expect, test } from 'vitest'
import { countIcon, deskIcon } from './icon.ts'

function colour({ width, pixels }: { width: number; pixels: Buffer }, x: number, y: number): string {
  const [blue = 0, green = 0, red = 0, alpha = 0] = pixels.subarray((y * width + x) * 4)
  return alpha === 0 ? 'clear' : `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`
}

test('the sign has a red dot only while customers wait', () => {
  expect(colour(deskIcon(36, false), 28, 8)).toBe('#0f766e')
  expect(colour(deskIcon(36, true), 28, 8)).toBe('#c0262d')
  expect(colour(deskIcon(36, true), 18, 18)).toBe('#ffffff')
  expect(colour(deskIcon(36, true), 0, 35)).toBe('clear')
})

test('the count is a white figure on red', () => {
  const one = countIcon(16, 1)
  const white = [...Array(256).keys()].filter(at => colour(one, at % 16, Math.floor(at / 16)) === '#ffffff')
  expect(white.length).toBe(8 * 4)
  expect(countIcon(16, 12).pixels).toEqual(countIcon(16, 99).pixels)
})
