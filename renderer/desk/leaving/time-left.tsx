import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useLive } from '../../state/live-store.ts'
import type { Leaving } from '../../state/window-store.ts'

/** How long there is until the meal, the end of the shift or the meeting; nothing when no time is set. */
export function TimeLeft({ kind }: { kind: Leaving['kind'] }) {
  const { t } = useTranslation()
  const atMs = useLive(({ shift }) => kind === 'meal' ? shift?.meal?.fromMs ?? null : shift?.prompt?.kind === kind ? shift.prompt.atMs : kind === 'shift_end' ? shift?.current?.toMs ?? null : null)
  const left = useTime(nowMs => atMs === null ? '' : clockText(atMs - nowMs))
  const over = useTime(nowMs => atMs !== null && nowMs >= atMs)
  if (!left) return null
  return <span className={clsx('shrink-0 font-semibold tabular-nums', over ? 'text-late' : 'text-warn')}>{t(over ? 'leaving.over' : 'leaving.left', { left })}</span>
}
