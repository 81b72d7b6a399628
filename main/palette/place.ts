import type { Area } from '../window/bounds.ts'

const WIDTH = 720
const HEIGHT = 480
/** Above the middle, where the eye is. */
const FROM_TOP = 0.18

/** @returns where the palette stands on a screen: in the middle of its width, in its upper part, never larger than it */
export function paletteBounds(area: Area): Area {
  const width = Math.min(WIDTH, area.width)
  const height = Math.min(HEIGHT, area.height)
  const y = Math.min(Math.round(area.height * FROM_TOP), area.height - height)
  return { x: Math.round(area.x + (area.width - width) / 2), y: area.y + y, width, height }
}
