import * as z from 'zod/mini'

const nothing = z.tuple([])
/** An export of everything a team has stays far below. */
const MOST_BYTES = 64 * 1024 * 1024

/** Every message a window may send to the shell, and what it must look like. */
export const IPC_INPUTS = {
  'shell:requestPort': nothing,
  'shell:restartCore': nothing,
  'shell:openExternal': z.tuple([z.string().check(z.maxLength(4_000))]),
  'shell:info': nothing,
  'shell:saveFile': z.tuple([z.string().check(z.minLength(1), z.maxLength(200)), z.instanceof(Uint8Array).check(z.refine(bytes => bytes.length <= MOST_BYTES))]),
  'shell:window': z.tuple([z.union([z.enum(['minimize', 'maximize', 'close', 'new', 'fullscreen']), z.string().check(z.regex(/^wall:[A-Za-z0-9_:.-]{1,64}$/))])]),
  'shell:paletteKey': nothing,
  'shell:setPaletteKey': z.tuple([z.nullable(z.string().check(z.maxLength(60)))]),
  'shell:palette': z.tuple([z.enum(['hide', 'desk'])]),
} as const

export type IpcChannel = keyof typeof IPC_INPUTS
export type IpcInput<C extends IpcChannel> = z.infer<(typeof IPC_INPUTS)[C]>
