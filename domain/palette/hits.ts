/** Places in a stretch of a block, gone through in order: a bit for each. */
export class Hits {
  /** Bit `at & 31` of number `at >>> 5`. */
  bits = new Int32Array(0)
  from = 0
  to = 0
  /** No bit is set: most words stand in few blocks, and the rest is left at once. */
  empty = true

  /** Makes room for places `from` to `to` and forgets all others. */
  clear(from: number, to: number): void {
    const end = (to + 31) >>> 5
    if (this.bits.length < end) this.bits = new Int32Array(end)
    else if (!this.empty) this.bits.fill(0)
    this.empty = true
    this.from = from
    this.to = to
  }

  add(at: number): void {
    this.empty = false
    this.bits[at >>> 5] = (this.bits[at >>> 5] as number) | (1 << (at & 31))
  }

  /** @returns the first place that is not before `from`; -1 = none */
  next(from: number): number {
    const { bits, to } = this
    if (this.empty || from >= to) return -1
    const end = (to + 31) >>> 5
    let word = from >>> 5
    let rest = (bits[word] as number) & (-1 << (from & 31))
    while (rest === 0) {
      if (++word >= end) return -1
      rest = bits[word] as number
    }
    return (word << 5) + 31 - Math.clz32(rest & -rest)
  }
}
