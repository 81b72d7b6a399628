import { runCommand } from './setup/commands.ts'
import { readCommandLine, USAGE, UsageError } from './setup/command-line.ts'

const say = (text: string): void => { process.stderr.write(`${text}\n`) }

try {
  const line = readCommandLine(process.argv.slice(2), process.env['PORT'])
  if (line.values.help) {
    process.stdout.write(`${USAGE}\n`)
  } else {
    process.exitCode = await runCommand(line, process.env)
  }
} catch (error) {
  if (error instanceof UsageError) {
    say(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else {
    say(error instanceof Error ? `${error.name}: ${error.message}` : 'failed')
    if (error instanceof Error && process.env['SHIFTDESK_LOG_LEVEL'] === 'debug') say(error.stack ?? '')
    process.exitCode = 1
  }
}
