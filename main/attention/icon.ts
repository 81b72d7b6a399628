/** A picture drawn in code: BGRA, premultiplied, as nativeImage.createFromBitmap takes it. */
export type Bitmap = { width: number; height: number; pixels: Buffer }

type Colour = readonly [red: number, green: number, blue: number]

const BRAND: Colour = [0x0f, 0x76, 0x6e]
const PAPER: Colour = [0xff, 0xff, 0xff]
const LATE: Colour = [0xc0, 0x26, 0x2d]

// Three columns by five rows, row by row.
const DIGITS = [
  '111101101101111', '010110010010111', '111001111100111', '111001111001111', '101101111001001',
  '111100111001111', '111100111101111', '111001001001001', '111101111101111', '111101111001111',
]
const PLUS = '000010111010000'

/** The desk's sign as in the window: a ring that empties around two hands; with a red dot when customers wait. */
export function deskIcon(size: number, waiting: boolean): Bitmap {
  const unit = size / 36
  return draw(size, (atX, atY) => {
    const x = atX / unit
    const y = atY / unit
    if (waiting && inCircle(x, y, 28, 8, 8)) return LATE
    if (!inRoundedBox(x, y, 0, 0, 36, 36, 9)) return null
    const gap = x > 18 && y < 18
    const ring = !gap && inCircle(x, y, 18, 18, 11.6) && !inCircle(x, y, 18, 18, 8.4)
    return ring || nearLine(x, y, 18, 12.5, 18, 18) || nearLine(x, y, 18, 18, 22, 21) ? PAPER : BRAND
  })
}

/** The number on the taskbar button: 1 to 9, above that 9 with a plus. */
export function countIcon(size: number, count: number): Bitmap {
  const glyphs = count > 9 ? [DIGITS[9], PLUS] : [DIGITS[count]]
  const columns = glyphs.length * 4 - 1
  const unit = Math.max(1, Math.floor(size / (glyphs.length > 1 ? 10 : 8)))
  const left = Math.round((size - columns * unit) / 2)
  const top = Math.round((size - 5 * unit) / 2)
  return draw(size, (x, y) => {
    if (!inCircle(x, y, size / 2, size / 2, size / 2)) return null
    const column = Math.floor((x - left) / unit)
    const row = Math.floor((y - top) / unit)
    if (column < 0 || column >= columns || row < 0 || row > 4 || column % 4 === 3) return LATE
    return glyphs[Math.floor(column / 4)]?.[row * 3 + column % 4] === '1' ? PAPER : LATE
  })
}

function draw(size: number, colourAt: (x: number, y: number) => Colour | null): Bitmap {
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const colour = colourAt(x + 0.5, y + 0.5)
      if (colour) pixels.set([colour[2], colour[1], colour[0], 255], (y * size + x) * 4)
    }
  }
  return { width: size, height: size, pixels }
}

function nearLine(x: number, y: number, fromX: number, fromY: number, toX: number, toY: number): boolean {
  const [lengthX, lengthY] = [toX - fromX, toY - fromY]
  const along = ((x - fromX) * lengthX + (y - fromY) * lengthY) / (lengthX ** 2 + lengthY ** 2)
  const nearest = Math.max(0, Math.min(1, along))
  return inCircle(x, y, fromX + nearest * lengthX, fromY + nearest * lengthY, 1.5)
}

function inCircle(x: number, y: number, centreX: number, centreY: number, radius: number): boolean {
  return (x - centreX) ** 2 + (y - centreY) ** 2 <= radius ** 2
}

function inRoundedBox(x: number, y: number, left: number, top: number, right: number, bottom: number, radius: number): boolean {
  if (x < left || x >= right || y < top || y >= bottom) return false
  const nearX = Math.max(left + radius, Math.min(x, right - radius))
  const nearY = Math.max(top + radius, Math.min(y, bottom - radius))
  return inCircle(x, y, nearX, nearY, radius)
}
