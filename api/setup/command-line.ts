import { parseArgs } from 'node:util'
import path from 'node:path'

/** The command line asks for something that is not there; shown with the usage, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const USAGE = `usage: npm run api -- [COMMAND] [options]

  (no command)     start the API
    --demo           with a shop full of trial data; loopback only
    --port N         8787 by default; 0 = any free one
    --host ADDRESS   127.0.0.1 by default
    --data DIR       folder of the embedded database and of made-up keys; ./data by default
    --public-url URL address that desks and customers reach it by
    --single-machine embedded database also with NODE_ENV=production
  setup            make a shop: asks, or takes --shop --name --admin-account --admin-name --team --web-chat --webhook --companion
                   (a team each; --companion for a closed IM kept by hand),
                   the password from SHIFTDESK_ADMIN_PASSWORD; or everything as JSON on stdin with --json
  import-staff     --shop S --file staff.csv [--apply]
  one-time-code    --shop S --account A: a code to choose a new password with
  new-epoch        --shop S or --all: after every restore of the database`

const COMMANDS = ['serve', 'setup', 'import-staff', 'one-time-code', 'new-epoch'] as const
export type Command = (typeof COMMANDS)[number]

const OPTIONS = {
  demo: { type: 'boolean', default: false },
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: 'data' },
  'public-url': { type: 'string' },
  'single-machine': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  shop: { type: 'string' },
  name: { type: 'string' },
  account: { type: 'string' },
  file: { type: 'string' },
  'admin-account': { type: 'string' },
  'admin-name': { type: 'string' },
  team: { type: 'string', multiple: true },
  'web-chat': { type: 'string', multiple: true },
  webhook: { type: 'string', multiple: true },
  companion: { type: 'string', multiple: true },
} as const

/** Parsed: the command, its options, where to listen. */
export interface CommandLine {
  readonly command: Command
  readonly values: ReturnType<typeof parse>['values']
  readonly port: number
  readonly dataFolder: string
}

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true })
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const DEFAULT_PORT = 8787

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host)
}

/** In: the arguments after the file's name, and PORT. Throws UsageError. */
export function readCommandLine(args: string[], portVariable: string | undefined): CommandLine {
  let parsed
  try {
    parsed = parse(args)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unknown option')
  }
  const { values, positionals: [word = 'serve', ...rest] } = parsed
  const command = COMMANDS.find((known) => known === word)
  if (!command || rest.length > 0) throw new UsageError(`unknown command: ${[word, ...rest].join(' ')}`)
  const port = Number(values.port ?? portVariable ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port takes a number from 0 to 65535')
  if (values.demo && !isLoopback(values.host)) {
    throw new UsageError('--demo has known passwords and listens on loopback only: leave --host out')
  }
  return { command, values, port, dataFolder: path.resolve(values.data) }
}
