import path from 'node:path'
import { parseUrl } from './urls.ts'
import type { CoreOptions } from '../protocol/shell.ts'

/** The Electron that the desk is made for; a smaller major version is the old stand-in engine. */
const CURRENT_ELECTRON_MAJOR = 45

/** What the shell takes from outside. Everything else is settled in the window. */
export type ShellEnvironment = {
  /** Folder instead of the system's own (tests, trial run). */
  userData: string | null
  /** Sign in by itself: only with an API on this machine. */
  trial: CoreOptions['trial']
  /** The engine is an old one: loopback APIs only, said in the window. */
  fallbackRuntime: boolean
  /** Why something in the environment is not obeyed, for the log. */
  notes: string[]
}

/**
 * Reads the variables of the trial run and of tests.
 * @param env the process's environment
 * @param electronVersion as in `process.versions.electron`
 */
export function readEnvironment(env: Record<string, string | undefined>, electronVersion: string): ShellEnvironment {
  const notes: string[] = []
  const major = Number.parseInt(electronVersion, 10)
  const fallbackRuntime = env['SHIFTDESK_FALLBACK_RUNTIME'] === '1' || !(major >= CURRENT_ELECTRON_MAJOR)
  const userData = env['SHIFTDESK_USER_DATA'] ? path.resolve(env['SHIFTDESK_USER_DATA']) : null
  return { userData, trial: readTrial(env, notes), fallbackRuntime, notes }
}

function readTrial(env: Record<string, string | undefined>, notes: string[]): CoreOptions['trial'] {
  const api = env['SHIFTDESK_API']
  const shop = env['SHIFTDESK_TRIAL_SHOP']
  const account = env['SHIFTDESK_TRIAL_USER']
  const password = env['SHIFTDESK_TRIAL_PASSWORD']
  if (!api || !shop || !account || !password) return null
  if (!isLoopback(api)) {
    notes.push('SHIFTDESK_API is not on this machine: signing in by itself is for trial runs on loopback only')
    return null
  }
  return { api, shop, account, password }
}

/** @returns whether `address` is an http(s) URL of this very machine */
export function isLoopback(address: string): boolean {
  const url = parseUrl(address)
  if (!url) return false
  const { protocol, hostname } = url
  if (protocol !== 'http:' && protocol !== 'https:') return false
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
