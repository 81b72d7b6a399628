import * as z from 'zod/mini'
import { readJsonFile, writeJsonFile } from '../json-file.ts'
import type { OsStore } from './os-store.ts'

const Content = z.object({ version: z.literal(1), secrets: z.record(z.string(), z.string()) })

/** Keys of agent files for "stay signed in", each encrypted by the operating system's store. */
export type SecretFile = {
  /** @returns null when there is none, or the store cannot read it any more (another user, a changed keyring) */
  read(fileId: string): Promise<string | null>
  /** Null deletes. Without a store nothing is kept. */
  write(fileId: string, secret: string | null): Promise<void>
}

/** @param store null: nothing is kept, but a secret of earlier days can still be deleted */
export function openSecretFile(file: string, store: Pick<OsStore, 'encrypt' | 'decrypt'> | null): SecretFile {
  let queue: Promise<unknown> = Promise.resolve()
  const load = () => readJsonFile(file, Content)?.secrets ?? {}

  /** One after the other, so that no write is lost. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  return {
    read: fileId => inTurn(async () => {
      const kept = Object.entries(load()).find(([id]) => id === fileId)?.[1]
      if (!kept || !store) return null
      return store.decrypt(Buffer.from(kept, 'base64')).catch(() => null)
    }),
    write: (fileId, secret) => inTurn(async () => {
      const { [fileId]: old, ...others } = load()
      if (secret === null || !store) {
        if (old !== undefined) writeJsonFile(file, { version: 1, secrets: others })
        return
      }
      const kept = (await store.encrypt(secret)).toString('base64')
      writeJsonFile(file, { version: 1, secrets: { ...others, [fileId]: kept } })
    }),
  }
}
