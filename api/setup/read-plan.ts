import { text } from 'node:stream/consumers'
import { openTerminal } from './ask.ts'
import type { CommandLine } from './command-line.ts'
import { UsageError } from './command-line.ts'
import { ShopPlan } from './shop-plan.ts'

type Environment = Record<string, string | undefined>

function checked(raw: unknown): ShopPlan {
  const plan = ShopPlan.safeParse(raw)
  if (plan.success) return plan.data
  throw new UsageError(`the plan of the shop does not fit:\n${plan.error.issues
    .map((issue) => `  ${issue.path.join('.') || 'plan'}: ${issue.message}`).join('\n')}`)
}

function fromJson(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown
  } catch (cause) {
    throw new UsageError(`stdin is no JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
}

/** Asks for whatever the flags leave open. */
async function asked({ values }: CommandLine, environment: Environment): Promise<unknown> {
  const terminal = process.stdin.isTTY ? openTerminal() : null
  const need = async (given: string | undefined, flag: string, question: string, fallback?: string): Promise<string> => {
    if (given !== undefined) return given
    if (!terminal) throw new UsageError(`--${flag} is missing, and there is no terminal to ask at`)
    return terminal.ask(question, fallback)
  }
  try {
    const shop = await need(values.shop, 'shop', 'Shop sign-in name (a-z, 0-9, -)')
    const name = await need(values.name, 'name', 'Shop name, as customers read it', shop)
    const account = await need(values['admin-account'], 'admin-account', 'Administrator account', 'admin')
    const adminName = await need(values['admin-name'], 'admin-name', 'Administrator name', account)
    const password = environment['SHIFTDESK_ADMIN_PASSWORD'] ?? await terminal?.askSecret('Password, 10 characters or more') ?? ''
    if (password === '') throw new UsageError('set SHIFTDESK_ADMIN_PASSWORD, or run this at a terminal')
    const teams = values.team ?? (await need(undefined, 'team', 'Teams, by comma', '售前,售后')).split(/[,，]/).map((team) => team.trim())
    const first = teams[0] ?? ''
    const webChats = values['web-chat'] ?? (terminal ? [await terminal.ask('Team of the web chat ("-" for none)', first)] : [])
    const byHand = values.companion
      ?? (terminal ? [await terminal.ask('Team of a closed IM whose conversations are kept by hand ("-" for none)', first)] : [])
    const webhooks = values.webhook ?? []
    const channels = [
      ...webChats.filter((team) => team !== '-').map((team) => ({ kind: 'web_chat', name: `${name} 在线咨询`, team })),
      ...webhooks.map((team) => ({ kind: 'webhook', name: `${name} webhook`, team })),
      ...byHand.filter((team) => team !== '-').map((team) => ({ kind: 'companion', name: '旺旺（手工）', team })),
    ]
    return { shop, name, admin: { account, name: adminName, password }, teams: teams.map((team) => ({ name: team })), channels }
  } finally {
    terminal?.close()
  }
}

/** The plan of a new shop from stdin (--json), flags, and questions. Throws UsageError saying what does not fit. */
export async function readPlan(line: CommandLine, environment: Environment): Promise<ShopPlan> {
  return checked(line.values.json ? fromJson(await text(process.stdin)) : await asked(line, environment))
}
