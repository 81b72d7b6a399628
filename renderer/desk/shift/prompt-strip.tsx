import { Clock3, DoorOpen, UtensilsCrossed } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { comeBack, hasLeft, mealUntil, startLeaving } from '../../state/leaving.ts'
import { useLive } from '../../state/live-store.ts'
import { endLeaving, useWindow } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { LeavingStrip } from './leaving-strip.tsx'
import { Strip } from './strip.tsx'

/** M3, H1, M9: what the clock asks of me now, with its one action; while I get ready, how far I am. */
export function PromptStrip() {
  const prompt = useLive(state => state.shift?.prompt ?? null)
  const leaving = useWindow(state => state.leaving)
  const state = useLive(live => live.team?.mine?.state ?? 'off_duty')
  useEffect(() => { if (leaving && hasLeft(leaving, state)) endLeaving() }, [leaving, state])
  if (leaving) return <LeavingStrip leaving={leaving} />
  // The list is on its way: its own line says how far.
  const handing = state === 'handover' && (prompt?.kind === 'shift_end' || prompt?.kind === 'meeting')
  return prompt && !handing ? <Prompt prompt={prompt} /> : null
}

function Prompt({ prompt: { kind, atMs } }: { prompt: NonNullable<ShiftView['prompt']> }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const days = useDays()
  const state = useLive(live => live.team?.mine?.state ?? 'off_duty')
  const left = useTime(nowMs => clockText(atMs - nowMs))
  const over = useTime(nowMs => nowMs >= atMs)
  const text = t(`prompt.${kind}`, { time: days.time(atMs) })
  const side = t(kind === 'late_back' ? 'duty.backLate' : over ? 'leaving.over' : 'leaving.left', { left })
  if (kind === 'late_back') {
    return (
      <Strip name={kind} tone='late' icon={<Clock3 size={16} />} text={text} side={side}>
        <Button small look='brand' onClick={() => { void comeBack(desk) }}>{t('prompt.back')}</Button>
      </Strip>
    )
  }
  const start = () => { void startLeaving(desk, { kind, reason: null, untilMs: kind === 'meal' ? mealUntil() : null }) }
  return (
    <Strip name={kind} tone='warn' icon={kind === 'meal' ? <UtensilsCrossed size={16} /> : <DoorOpen size={16} />} text={text} side={side}>
      <Button small look='brand' data-prompt-action onClick={start}>{state === 'online' ? t('prompt.hangUp') : t('prompt.list')}</Button>
    </Strip>
  )
}
