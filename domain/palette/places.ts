import type { Hits } from './hits.ts'

/** Numbers that share their low bits share a bucket: of such what is found has to be compared. */
const BUCKETS = 2_048

/** Where each number stands in a block, so that what stands in few places is found without going through the block. */
export class Places {
  /** Where the places of each bucket begin in `#at`. */
  readonly #starts = new Int32Array(BUCKETS + 1)
  /** Places, in order within each bucket. */
  readonly #at: Uint16Array | Uint32Array

  /** @param keys the number at each place @param least smaller ones are never looked for */
  constructor(keys: Uint16Array, least: number) {
    const starts = this.#starts
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number
      if (key < least) continue
      const next = (key & (BUCKETS - 1)) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let bucket = 1; bucket <= BUCKETS; bucket++) starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number)
    const places = keys.length <= 0x10000 ? new Uint16Array(starts[BUCKETS] as number) : new Uint32Array(starts[BUCKETS] as number)
    const next = starts.slice()
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number
      if (key < least) continue
      const bucket = key & (BUCKETS - 1)
      const place = next[bucket] as number
      places[place] = at
      next[bucket] = place + 1
    }
    this.#at = places
  }

  /** @returns in how many places a number stands at most */
  count(key: number): number {
    return this.#end(key) - (this.#starts[key & (BUCKETS - 1)] as number)
  }

  /** Adds every place of a number that shares its bucket with none. */
  add(key: number, hits: Hits): void {
    const places = this.#at
    const { bits, to } = hits
    const end = this.#end(key)
    let place = this.#first(key, hits.from)
    if (place < end) hits.empty = false
    for (; place < end; place++) {
      const at = places[place] as number
      if (at >= to) return
      bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
    }
  }

  /** Adds every place where `wanted` stands in `texts`, of which the number here is so many units after the beginning. */
  addWhere(key: number, after: number, wanted: Uint16Array, texts: Uint16Array, hits: Hits): void {
    const places = this.#at
    const { length } = wanted
    const last = hits.to - length
    const end = this.#end(key)
    for (let place = this.#first(key, hits.from + after); place < end; place++) {
      const at = (places[place] as number) - after
      if (at > last) return
      let i = 0
      while (i < length && texts[at + i] === wanted[i]) i++
      if (i === length) hits.add(at)
    }
  }

  #end(key: number): number {
    return this.#starts[(key & (BUCKETS - 1)) + 1] as number
  }

  /** @returns where in its bucket the first place is that is not before `from` */
  #first(key: number, from: number): number {
    let low = this.#starts[key & (BUCKETS - 1)] as number
    if (from <= 0) return low
    let high = this.#end(key)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#at[middle] as number) < from) low = middle + 1
      else high = middle
    }
    return low
  }
}
