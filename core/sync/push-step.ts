import { _markAcknowledged, _resendAfter, readUnsent } from '../../db/local/outbox.ts'
import { readMeta } from '../../db/local/meta.ts'
import { DivergedError } from '../../db/errors.ts'
import { BadAnswerError, ProblemError } from './errors.ts'
import type { SyncParts } from './parts.ts'

/** At most as many as a push takes, and well below what the server reads of one. */
const AT_ONCE = { count: 100, bytes: 1_500_000 }

export type Pushed = 'nothing' | 'some'

/**
 * Sends the oldest intents that are not answered. Nothing leaves the outbox here: that happens with the rows of a pull.
 * @throws DivergedError when the ids are taken · ProblemError, NetworkError and the like
 */
export async function pushStep(parts: SyncParts, signal: AbortSignal): Promise<Pushed> {
  const { file, api } = parts
  const deviceId = readMeta(file.read, 'device_id')
  const epoch = readMeta(file.read, 'epoch')
  const intents = readUnsent(file.read, AT_ONCE)
  const [first] = intents
  const last = intents.at(-1)
  if (!first || !last || deviceId === null || epoch === null) return 'nothing'
  const mutations = intents.map(({ id, key, name, args, atMs }) => ({ id, key, name, args, atMs }))
  try {
    const answer = await api.push(deviceId, epoch, mutations, signal)
    // Asked again at once it would turn for ever.
    if (answer.lastMutationId < first.id) throw new BadAnswerError(`a push of ${mutations.length} was answered with ${answer.lastMutationId}`)
    file.write(db => _markAcknowledged(db, Math.min(answer.lastMutationId, last.id), answer.results))
    return 'some'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (error.code === 'diverged') throw new DivergedError(error.message, { cause: error })
    if (error.code === 'gap' && error.expectedId !== null) return closeGap(parts, error.expectedId)
    throw error
  }
}

/** The server expects an earlier id: it forgot some, they come back from the journal. */
function closeGap({ file }: SyncParts, expectedId: number): Pushed {
  const complete = file.write(db => _resendAfter(db, expectedId - 1))
  if (!complete) throw new DivergedError(`the journal does not reach back to ${expectedId}`, { resendAfter: expectedId - 1 })
  return 'some'
}
