import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { TalkView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'

/** D17: how long the question may still wait for its answer. */
export function TalkDue({ talk }: { talk: TalkView }) {
  const { t } = useTranslation()
  const dueAtMs = talk.state === 'open' ? talk.dueAtMs : null
  const late = useTime(nowMs => dueAtMs !== null && nowMs >= dueAtMs)
  const left = useTime(nowMs => dueAtMs === null ? '' : clockText(dueAtMs - nowMs))
  if (!left) return null
  return <span className={clsx('text-xs tabular-nums', late ? 'text-late' : 'text-warn')}>{t(late ? 'talks.dueLate' : 'talks.dueIn', { left })}</span>
}
