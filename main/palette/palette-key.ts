import * as z from 'zod/mini'
import { PALETTE_KEY } from '../../protocol/shell.ts'
import type { PaletteKey } from '../../protocol/shell.ts'
import { readJsonFile, writeJsonFile } from '../json-file.ts'
import { systemAccelerator } from './accelerator.ts'

const Kept = z.object({ accelerator: z.string().check(z.maxLength(60)), on: z.boolean() })
type Kept = z.infer<typeof Kept>

/** Electron's `globalShortcut`, or what a test puts in its place. */
export type SystemKeys = {
  /** @returns false when another program holds the keys */
  register(accelerator: string, press: () => void): boolean
  unregister(accelerator: string): void
}

export type PaletteKeys = {
  /** How it stands. A key that was taken is tried again: the other program may be gone. */
  state(): PaletteKey
  /** Other keys, null = none. What was chosen stays chosen also when it is taken. */
  choose(accelerator: string | null): PaletteKey
  release(): void
}

/**
 * Holds the palette's key for this machine.
 * @param file where the choice is kept; one that cannot be read is the default
 * @param log told when the choice could not be kept
 */
export function createPaletteKeys(system: SystemKeys, file: string, press: () => void, log: (text: string) => void): PaletteKeys {
  let chosen: Kept = readJsonFile(file, Kept) ?? { accelerator: PALETTE_KEY, on: true }
  let held: string | null = null

  function release(): void {
    if (held !== null) system.unregister(held)
    held = null
  }

  function state(): PaletteKey {
    const { accelerator, on } = chosen
    if (!on) return { accelerator, state: 'off' }
    const wanted = systemAccelerator(accelerator)
    if (wanted === null) return { accelerator, state: 'unusable' }
    if (held !== null) return { accelerator, state: 'on' }
    if (!system.register(wanted, press)) return { accelerator, state: 'taken' }
    held = wanted
    return { accelerator, state: 'on' }
  }

  return {
    state,
    choose(accelerator) {
      // What no system takes is not kept: the keys before stay.
      if (accelerator !== null && systemAccelerator(accelerator) === null) return { accelerator, state: 'unusable' }
      release()
      chosen = accelerator === null ? { ...chosen, on: false } : { accelerator, on: true }
      try {
        writeJsonFile(file, chosen)
      } catch (error) {
        log(`the palette's key was not kept: ${error instanceof Error ? error.message : 'unknown'}`)
      }
      return state()
    },
    release,
  }
}
