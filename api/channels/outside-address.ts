import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

/** The address of a webhook leads into our own network: the admin corrects the channel. Nothing was sent. */
export class InsideAddress extends Error {
  constructor(host: string) {
    super(`${host} is not an address outside`)
    this.name = 'InsideAddress'
  }
}

// Node holds mapped addresses (::ffff:10.0.0.1) against the rules of version 4.
const INSIDE = new BlockList()
for (const [net, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16],
  ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24],
  ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) INSIDE.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [['::', 128], ['::1', 128], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64],
  ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) {
  INSIDE.addSubnet(net, prefix, 'ipv6')
}

/** Whether an IP address is public. */
export function isOutside(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * A name lookup that fails with InsideAddress unless every address of the name is public. The connection is made to what it
 * returns, so a name that answers differently the second time gains nothing.
 */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? []
    if (error || !first) return callback(error ?? new InsideAddress(hostname), '', 4)
    if (!addresses.every(({ address }) => isOutside(address))) return callback(new InsideAddress(hostname), '', 4)
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}

/** Throws InsideAddress for a literal address inside (no lookup is made for those), and for anything but https. */
export function mustBeOutside(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' || (isIP(host) !== 0 && !isOutside(host)) || url.username !== '') throw new InsideAddress(host)
}
