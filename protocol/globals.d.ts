/** A name only: the wire's types mention a window's port, each side has its own full type of it. */
interface MessagePort {
  postMessage(message: unknown): void
}
