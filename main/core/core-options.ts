import type { CoreOptions } from '../../protocol/shell.ts'

/**
 * The core's environment: everything of the shell's own (the fallback engine needs its preloaded shim) plus the options.
 * The trial account travels in the options alone.
 */
export function coreEnvironment(env: Record<string, string | undefined>, options: CoreOptions): Record<string, string> {
  const kept = Object.entries(env).filter((entry): entry is [string, string] =>
    entry[1] !== undefined && !entry[0].startsWith('SHIFTDESK_TRIAL_') && entry[0] !== 'NODE_OPTIONS')
  return { ...Object.fromEntries(kept), SHIFTDESK_CORE: JSON.stringify(options) }
}
