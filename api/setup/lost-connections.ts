import type { Logger } from 'pino'
import { isConnectionLost } from '../store/transaction.ts'

/**
 * The database library asks for the array types on each new connection, and nobody waits for that query: a connection lost just
 * then would end the process as an unhandled rejection. (Without fetch_types a reserved connection never opens.) Whoever waits
 * for such a connection hears of its end another way. Every other unhandled rejection still ends the process.
 */
export function surviveLostConnections(log: Logger): void {
  process.on('unhandledRejection', (error) => {
    if (!isConnectionLost(error)) throw error
    log.warn({ err: error }, 'a connection was lost while it opened')
  })
}
