import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import type * as z from 'zod/mini'

/**
 * Reads a small file of the shell's own.
 * @returns its content; null when there is none or it is not what it should be (then it is written anew in time)
 */
export function readJsonFile<T extends z.ZodMiniType>(file: string, schema: T): z.infer<T> | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Writes whole or not at all, readable by this user only. Errors: those of the file system. */
export function writeJsonFile(file: string, content: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const part = `${file}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(content))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
}
