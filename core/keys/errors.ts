/** The password does not open this wrap. Recovery: another password, or escrow when online. */
export class WrongPasswordError extends Error {
  override name = 'WrongPasswordError'
}

/** The key file is unreadable, or there is a database without one. Recovery: escrow, or set the file aside when asked to. */
export class KeyFileDamagedError extends Error {
  override name = 'KeyFileDamagedError'
}
