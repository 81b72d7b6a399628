import { z } from 'zod'

const nothing = z.tuple([])
/** An export of everything a team has stays far below. */
const MOST_BYTES = 64 * 1024 * 1024

/** Every message a window may send to the shell, and what it must look like. */
export const IPC_INPUTS = {
  'shell:requestPort': nothing,
  'shell:restartCore': nothing,
  'shell:openExternal': z.tuple([z.string().max(4_000)]),
  'shell:info': nothing,
  'shell:saveFile': z.tuple([z.string().min(1).max(200), z.instanceof(Uint8Array).refine(bytes => bytes.length <= MOST_BYTES)]),
  'shell:window': z.tuple([z.enum(['minimize', 'maximize', 'close', 'new'])]),
  'shell:paletteKey': nothing,
  'shell:setPaletteKey': z.tuple([z.string().max(60).nullable()]),
  'shell:palette': z.tuple([z.enum(['hide', 'desk'])]),
} as const

export type IpcChannel = keyof typeof IPC_INPUTS
export type IpcInput<C extends IpcChannel> = z.infer<(typeof IPC_INPUTS)[C]>
