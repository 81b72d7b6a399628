import pino from 'pino'
import type { DestinationStream, Logger } from 'pino'

/** Keys that may hold personal data or secrets, wherever they stand in what is logged. */
const PRIVATE_KEYS = [
  'authorization', 'cookie', 'password', 'token', 'accessToken', 'refreshToken', 'code', 'key', 'secret', 'body', 'text',
  'nickname', 'name', 'account', 'phone', 'email', 'address', 'birthday',
]

interface LoggedError {
  type: string
  message: string
  stack?: string
  sqlstate?: string
  table?: string
  constraint?: string
  cause?: LoggedError
}

const SQLSTATE = /^[0-9A-Z]{5}$/

function field(value: object, name: string): string | undefined {
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : undefined
}

/**
 * What of an error may be logged. The database quotes values in its messages ("Key (account)=(…) already exists"), so of
 * its errors only the state and the names of tables and constraints are kept.
 */
export function errorForLog(value: unknown): LoggedError {
  if (!(value instanceof Error)) return { type: typeof value, message: 'a value that is no error was thrown' }
  const state = field(value, 'code')
  const cause = value.cause === undefined ? {} : { cause: errorForLog(value.cause) }
  if (field(value, 'severity') !== undefined && state !== undefined && SQLSTATE.test(state)) {
    const table = field(value, 'table_name')
    const constraint = field(value, 'constraint_name')
    return {
      type: value.name, message: `SQLSTATE ${state}`, sqlstate: state,
      stack: value.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') ?? '',
      ...(table === undefined ? {} : { table }), ...(constraint === undefined ? {} : { constraint }), ...cause,
    }
  }
  return { type: value.name, message: value.message, ...(value.stack === undefined ? {} : { stack: value.stack }), ...cause }
}

/** A request in the log: its path without the query, no headers, no body. */
function requestForLog(request: { method: string, url: string, id?: unknown }): object {
  return { id: request.id, method: request.method, path: request.url.split('?', 1)[0] }
}

/**
 * The API's log: JSON lines on stderr (stdout holds only the ready line). In: level, and another stream in tests.
 * Personal data and secrets are redacted by key down to three levels; whole bodies are never logged.
 */
export function openLog(level: string, to: DestinationStream = pino.destination(2)): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: PRIVATE_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    serializers: { err: errorForLog, error: errorForLog, req: requestForLog },
  }, to)
}
