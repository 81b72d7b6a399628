import type { Conversation } from '../../../domain/entities/conversation.ts'
import type { ScriptStage } from '../../../domain/entities/script.ts'
import type { Palette } from '../../palette/palette.ts'

/** Said where a team has no script for it in the customer's language: nobody is passed on without a word. */
const PLAIN = {
  transfer: { zh: '您好，您的问题由我的同事继续为您处理，请稍等片刻。', en: 'My colleague will take over from here and help you. One moment, please.' },
  handover_give: { zh: '您好，我马上交班，接下来由我的同事继续为您服务，请稍等片刻。', en: 'My shift is about to end. A colleague will go on helping you in this chat. One moment, please.' },
} as const satisfies { [S in ScriptStage]?: unknown }

export type ShiftLine = { body: string; scriptId: string | null }

/** @returns the line of a transfer (M8) or handover (H2) for this customer: the team's script, filled; a plain one where there is none or a gap stays open in it */
export async function lineOf(palette: Palette, { id, language }: Pick<Conversation, 'id' | 'language'>, stage: keyof typeof PLAIN): Promise<ShiftLine> {
  const hit = await palette.bestOf(id, stage)
  return hit && hit.open.length === 0 ? { body: hit.text, scriptId: hit.id } : { body: PLAIN[stage][language], scriptId: null }
}
