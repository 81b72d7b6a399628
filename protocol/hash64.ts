const LOW_32 = 0x1_0000_0000

/**
 * The hash summed in a scope's checksum: FNV-1a over `entity \n id \n seq`, then a 64-bit finaliser, so that two rows whose
 * seqs are swapped do not cancel out. Desk and server must agree bit for bit; a change here is a new SCHEMA_VERSION.
 * @param seq the row's seq as decimal text @returns 0 … 2^64-1
 */
export function hash64(entity: string, id: string, seq: string): bigint {
  const text = `${entity}\n${id}\n${seq}`
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let i = 0; i < text.length; i++) {
    // All three parts are ASCII; the prime is 2^40 + 0x1b3.
    low = (low ^ (text.charCodeAt(i) & 0xff)) >>> 0
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / LOW_32) + ((low << 8) >>> 0)) % LOW_32
    low = product % LOW_32
  }
  let hash = (BigInt(high) << 32n) | BigInt(low)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n)
  return hash ^ (hash >> 33n)
}

/** @returns `sum` plus or minus one row's hash, mod 2^64 */
export function addMod64(sum: bigint, delta: bigint): bigint {
  return BigInt.asUintN(64, sum + delta)
}
