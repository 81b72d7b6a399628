import { rm, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'

/** One question at a time: a page cannot bury the agent under them. */
const asking = new WeakSet<BrowserWindow>()

/** The last part of a name alone, without what no file system takes: a page names no folder. */
export function plainName(name: string): string {
  const plain = path.basename(name.replaceAll('\\', '/')).replace(/[<>:"|?*\p{Cc}]/gu, '_').replace(/^\.+/, '').trim()
  return plain === '' ? 'file' : plain
}

/**
 * Asks where, beginning in the downloads with `name`, and writes there: the bytes come whole or not at all. @returns the name it was
 * given; null when the agent chose nowhere. Rejects when it cannot be written (full, not allowed); what was there before stays.
 */
export async function saveFile(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<{ name: string } | null> {
  if (asking.has(window)) return null
  asking.add(window)
  try {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: path.join(app.getPath('downloads'), plainName(name)) })
    if (canceled || !filePath) return null
    const part = `${filePath}.part`
    try {
      await writeFile(part, bytes)
      await rename(part, filePath)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    return { name: path.basename(filePath) }
  } finally {
    asking.delete(window)
  }
}
