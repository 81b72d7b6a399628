import type { Clock, Ids, Random } from '../domain/ports.ts'
import type { CoreOptions, HeldKey } from '../protocol/shell.ts'
import type { Transport } from './sync/transport.ts'

/** What the engine needs from outside: real ones in edge/, virtual ones in tests. */
export type CoreParts = {
  options: CoreOptions
  clock: Clock
  ids: Ids
  random: Random
  transport: Transport
  /** One line for the local log: never customer data. */
  log: (event: string, detail: Record<string, unknown>) => void
  secrets: SecretStore
  deviceName: string
}

/** The system's store for "stay signed in", by way of main. Keys are base64. */
export interface SecretStore {
  read(fileId: string): Promise<string | null>
  write(fileId: string, secret: string | null): void
  /** In main's memory only, for a core that is started again after a crash. */
  hold(held: HeldKey | null): void
  held(): Promise<HeldKey | null>
}
