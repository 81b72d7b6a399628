import type { RefusalCode } from '../../protocol/mutations.ts'
import type { ChangeSet } from '../store/change-set.ts'

/**
 * A mutation that can never be accepted: stored as `rejected`, shown in the desk's inbox with what was typed. Nothing of the
 * mutation stays but what `keep` writes (a reply that came too late becomes a proposed one).
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly text: string | null
  readonly keep: ((changes: ChangeSet) => Promise<void>) | null

  constructor(code: RefusalCode, text: string | null = null, keep: ((changes: ChangeSet) => Promise<void>) | null = null) {
    super(text === null ? code : `${code}: ${text}`)
    this.code = code
    this.text = text
    this.keep = keep
  }
}
