import { openContext } from '../open-context.ts'
import { openLog } from '../log.ts'
import type { CommandLine } from './command-line.ts'
import { serve } from './serve.ts'

type Environment = Record<string, string | undefined>

/** Runs what the command line asks for. Out: the exit code. Throws what the parts throw, for main to say. */
export async function runCommand(line: CommandLine, environment: Environment): Promise<number> {
  const log = openLog(environment['SHIFTDESK_LOG_LEVEL'] ?? 'info')
  const opened = await openContext({
    environment, dataFolder: line.dataFolder, singleMachine: line.values['single-machine'], demo: line.values.demo, log,
  })
  try {
    switch (line.command) {
      case 'serve':
        await serve(opened.context, line, environment)
        return 0
      case 'setup':
      case 'import-staff':
      case 'one-time-code':
      case 'new-epoch':
        return 1
    }
  } finally {
    await opened.close()
  }
}
