import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useLive } from '../../state/live-store.ts'
import type { Leaving } from '../../state/window-store.ts'

/** A longer time is no countdown. */
const FAR_MS = 3_600_000

/** How long there is until the meal, the end of the shift or the meeting; nothing when no time is set. */
export function TimeLeft({ kind }: { kind: Leaving['kind'] }) {
  const { t } = useTranslation()
  const atMs = useLive(({ shift }) => shift?.prompt?.kind === kind ? shift.prompt.atMs : kind === 'meal' ? shift?.meal?.fromMs ?? null : kind === 'shift_end' ? shift?.current?.toMs ?? null : null)
  const left = useTime(nowMs => atMs === null || atMs - nowMs > FAR_MS ? '' : clockText(atMs - nowMs))
  const over = useTime(nowMs => atMs !== null && nowMs >= atMs)
  if (!left) return null
  return <span className={clsx('shrink-0 font-semibold tabular-nums', over ? 'text-late' : 'text-warn')}>{t(over ? 'leaving.over' : 'leaving.left', { left })}</span>
}
