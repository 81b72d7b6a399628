import * as z from 'zod/mini'

const whole = z.int()

/** Where the window was when it was last closed. */
export const WindowState = z.object({
  x: z.nullable(whole), y: z.nullable(whole), width: whole.check(z.gte(400), z.lte(20_000)), height: whole.check(z.gte(300), z.lte(20_000)),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

export type Area = { x: number; y: number; width: number; height: number }

export const FIRST_STATE: WindowState = { x: null, y: null, width: 1440, height: 900, maximized: false }

/** The smallest window that the desk is made for. */
export const SMALLEST = { width: 1024, height: 700 }

/**
 * Fits a remembered window onto today's screens: a monitor that is gone must not hide the window.
 * @param areas work areas of the displays, the primary one first
 */
export function fitToScreens(state: WindowState, areas: Area[]): WindowState {
  const { x, y } = state
  const home = areas.find(area => x !== null && y !== null &&
    x + state.width > area.x + 100 && x < area.x + area.width - 100 && y >= area.y - 10 && y < area.y + area.height - 60)
  const area = home ?? areas[0]
  if (!area) return state
  const width = Math.min(state.width, Math.max(area.width, SMALLEST.width))
  const height = Math.min(state.height, Math.max(area.height, SMALLEST.height))
  return home ? { ...state, width, height } : { ...state, x: null, y: null, width, height }
}

const STEP = 28

/** Where a further window opens: as large as the one beside it, a step lower and to the right. */
export function shifted({ x, y, width, height }: Area): WindowState {
  return { x: x + STEP, y: y + STEP, width, height, maximized: false }
}
