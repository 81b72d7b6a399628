import { safeStorage } from 'electron'
import type { ShellInfo } from '../../protocol/shell.ts'

/** The operating system's own protection for a short secret. `kind` says honestly what it is worth. */
export type OsStore = {
  kind: ShellInfo['secretStore']
  encrypt(text: string): Promise<Buffer>
  decrypt(bytes: Buffer): Promise<string>
}

// Names that exist only in newer Electron are asked for at run time.
type AnyVersion = Partial<Pick<typeof safeStorage,
  'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend'>> & {
  setUsePlainTextEncryption?: (on: boolean) => void
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(bytes: Buffer): string
}

/**
 * The asynchronous store where there is one, else the synchronous one, else none. To be called after the app is ready.
 * On a Linux without a keyring the "store" only scrambles: `basic_text`.
 * @returns null when there is no store: nothing is kept then
 */
export async function openOsStore(): Promise<OsStore | null> {
  const store = safeStorage as unknown as AnyVersion
  const scrambled = store.getSelectedStorageBackend?.() === 'basic_text'
  if (scrambled) store.setUsePlainTextEncryption?.(true)
  const kind = scrambled ? 'basic_text' : 'os'
  const { encryptStringAsync, decryptStringAsync, isAsyncEncryptionAvailable } = store
  if (encryptStringAsync && decryptStringAsync && await isAsyncEncryptionAvailable?.call(store)) {
    return {
      kind,
      encrypt: text => encryptStringAsync.call(store, text),
      decrypt: async bytes => (await decryptStringAsync.call(store, bytes)).result,
    }
  }
  if (!store.isEncryptionAvailable()) return null
  return { kind, encrypt: async text => store.encryptString(text), decrypt: async bytes => store.decryptString(bytes) }
}
