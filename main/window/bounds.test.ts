import { expect, test } from 'vitest'
import { FIRST_STATE, fitToScreens, shifted } from './bounds.ts'

const screen = { x: 0, y: 0, width: 1600, height: 1000 }
const second = { x: 1600, y: 0, width: 1920, height: 1080 }

test('a window on a screen that is there stays where it was', () => {
  const state = { ...FIRST_STATE, x: 1700, y: 20 }
  expect(fitToScreens(state, [screen, second])).toEqual(state)
})

test('a window on a screen that is gone comes back to the middle', () => {
  expect(fitToScreens({ ...FIRST_STATE, x: 1700, y: 20 }, [screen])).toMatchObject({ x: null, y: null, width: 1440 })
})

test('a window larger than the screen shrinks, but not below the smallest', () => {
  expect(fitToScreens({ ...FIRST_STATE, width: 3000, height: 2000, x: 0, y: 0 }, [screen])).toMatchObject({ width: 1600, height: 1000 })
  expect(fitToScreens(FIRST_STATE, [{ x: 0, y: 0, width: 800, height: 600 }])).toMatchObject({ width: 1024, height: 700 })
})

test('a further window opens a step beside the one before, and never out of sight', () => {
  expect(shifted({ x: 10, y: 20, width: 1200, height: 800 })).toEqual({ x: 38, y: 48, width: 1200, height: 800, maximized: false })
  expect(fitToScreens(shifted({ x: 1500, y: 980, width: 1200, height: 800 }), [screen])).toMatchObject({ x: null, y: null })
})
