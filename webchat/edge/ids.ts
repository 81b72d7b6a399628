/** A random message id, made where the message is written: sending it again is the same message. */
export function newId(): string {
  // randomUUID exists on secure origins only; a shop may try the page on its local network.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
