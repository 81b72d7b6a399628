import type { ScriptStage } from '../../domain/entities/script.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import type { OfferedLine } from '../../protocol/views.ts'
import type { Palette } from '../palette/palette.ts'

const STAGE: Record<LineKind, ScriptStage | null> = {
  opening: 'opening', holding: 'waiting', look_up: 'look_up', apology: 'apology', closing: 'closing', answer: null,
}

/** The best script of a kind for this very moment (T3, T4, T10, D1, D5, D7), filled; null when the team has none in the conversation's language. */
export async function offerLine(palette: Palette, conversationId: string, kind: LineKind): Promise<OfferedLine | null> {
  const stage = STAGE[kind]
  if (stage === null) return null
  const hit = await palette.bestOf(conversationId, stage)
  return hit && { scriptId: hit.id, code: hit.code ?? '', title: hit.title, body: hit.text, kind }
}
