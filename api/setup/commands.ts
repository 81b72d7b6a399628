import { readFile } from 'node:fs/promises'
import { issueOneTimeCode } from '../auth/one-time-code.ts'
import { PasswordHasher } from '../auth/password-hash.ts'
import { findCredential } from '../auth/person-rows.ts'
import type { ApiContext } from '../context.ts'
import { openLog } from '../log.ts'
import { openContext } from '../open-context.ts'
import { ProblemError } from '../routes/problem.ts'
import { findTenant, newEpoch } from '../store/tenants.ts'
import type { CommandLine } from './command-line.ts'
import { UsageError } from './command-line.ts'
import { makeShop, nextSteps } from './make-shop.ts'
import { readPlan } from './read-plan.ts'
import { surviveLostConnections } from './lost-connections.ts'
import { serve } from './serve.ts'
import { importStaff } from './staff-import.ts'

type Environment = Record<string, string | undefined>

const say = (text: string): void => { process.stdout.write(`${text}\n`) }

async function shopOf(context: ApiContext, { values }: CommandLine): Promise<{ shop: string, tenant: string }> {
  if (values.shop === undefined) throw new UsageError('--shop is missing')
  const found = await findTenant(context.sql, values.shop)
  if (!found) throw new UsageError(`no shop "${values.shop}" in this database`)
  return { shop: values.shop, tenant: found.tenant }
}

async function setup(context: ApiContext, line: CommandLine, environment: Environment): Promise<number> {
  const plan = await readPlan(line, environment)
  try {
    const made = await makeShop(context, new PasswordHasher(), plan)
    const url = line.values['public-url']?.replace(/\/+$/, '') ?? `http://127.0.0.1:${line.port}`
    for (const step of nextSteps(made, url)) say(step)
    return 0
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new UsageError(error.extra.detail ?? error.code)
  }
}

async function staff(context: ApiContext, line: CommandLine): Promise<number> {
  const { tenant } = await shopOf(context, line)
  if (line.values.file === undefined) throw new UsageError('--file is missing')
  const result = await importStaff(context, tenant, null, await readFile(line.values.file, 'utf8'), line.values.apply)
  for (const { line: at, action, account, name, code } of result.people) {
    say(`${String(at).padStart(4)}  ${action.padEnd(6)}  ${account}  ${name}${code === null ? '' : `  one-time code ${code}`}`)
  }
  for (const { line: at, column, problem } of result.errors) say(`${String(at).padStart(4)}  error   ${column ?? ''} ${problem}`)
  if (result.errors.length > 0) say('Nothing was stored: mend the lines above and try again.')
  else if (!result.applied) say('This was a preview: add --apply to store it.')
  else say('Stored. Each code works once, for 30 minutes; issue new ones with: npm run api -- one-time-code')
  return result.errors.length > 0 ? 1 : 0
}

async function code(context: ApiContext, line: CommandLine): Promise<number> {
  const { shop, tenant } = await shopOf(context, line)
  const person = await findCredential(context.sql, shop, line.values.account ?? '')
  if (!person) throw new UsageError(`no account "${line.values.account ?? ''}" in the shop "${shop}"`)
  const issued = await issueOneTimeCode(context, tenant, null, person.personId)
  say(`One-time code for ${person.account}: ${issued.code} (works once, for 30 minutes)`)
  return 0
}

async function epoch(context: ApiContext, line: CommandLine): Promise<number> {
  const tenants = line.values.all
    ? (await context.sql<{ tenant: string }[]>`select tenant from tenant order by tenant`).map(({ tenant }) => tenant)
    : [(await shopOf(context, line)).tenant]
  for (const tenant of tenants) await newEpoch(context.sql, context.ids, tenant)
  say(`New epoch for ${tenants.length} shop(s): every desk takes a snapshot and sends again what it still keeps.`)
  return 0
}

/** Runs what the command line asks for. Out: the exit code. Throws UsageError, and what the parts throw at start. */
export async function runCommand(line: CommandLine, environment: Environment): Promise<number> {
  const log = openLog(environment['SHIFTDESK_LOG_LEVEL'] ?? 'info')
  surviveLostConnections(log)
  const opened = await openContext({
    environment, dataFolder: line.dataFolder, singleMachine: line.values['single-machine'], demo: line.values.demo, log,
  })
  try {
    switch (line.command) {
      case 'serve':
        await serve(opened.context, line, environment)
        return 0
      case 'setup': return await setup(opened.context, line, environment)
      case 'import-staff': return await staff(opened.context, line)
      case 'one-time-code': return await code(opened.context, line)
      case 'new-epoch': return await epoch(opened.context, line)
    }
  } finally {
    await opened.close()
  }
}
