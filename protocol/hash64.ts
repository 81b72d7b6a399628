const LOW_32 = 0x1_0000_0000

/** FNV-1a over ASCII text. @returns the two 32-bit halves */
function fold(text: string): { high: number, low: number } {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let i = 0; i < text.length; i++) {
    // The prime is 2^40 + 0x1b3.
    low = (low ^ (text.charCodeAt(i) & 0xff)) >>> 0
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / LOW_32) + ((low << 8) >>> 0)) % LOW_32
    low = product % LOW_32
  }
  return { high, low }
}

/**
 * The hash summed in a scope's checksum: FNV-1a over `entity \n id \n seq`, then a 64-bit finaliser, so that two rows whose
 * seqs are swapped do not cancel out. Desk and server must agree bit for bit; a change here is a new SCHEMA_VERSION.
 * @param seq the row's seq as decimal text @returns 0 … 2^64-1
 */
export function hash64(entity: string, id: string, seq: string): bigint {
  const { high, low } = fold(`${entity}\n${id}\n${seq}`)
  let hash = (BigInt(high) << 32n) | BigInt(low)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n)
  return hash ^ (hash >> 33n)
}

/**
 * The hash before the seq: the database adds the digits and the finaliser (hash64_finish), because it knows the seq first. A test
 * holds the two together.
 */
export function hashPrefix(entity: string, id: string): { high: number, low: number } {
  return fold(`${entity}\n${id}\n`)
}

/** @returns `sum` plus or minus one row's hash, mod 2^64 */
export function addMod64(sum: bigint, delta: bigint): bigint {
  return BigInt.asUintN(64, sum + delta)
}
