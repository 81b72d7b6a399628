import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'

/** Two seconds are missed by a busy machine. */
const STALE_SEC = 4

/** Whether the wall is live: said honestly once it is not. */
export function Freshness({ atMs }: { atMs: number }) {
  const { t } = useTranslation()
  const seconds = useTime(nowMs => Math.max(0, Math.floor((nowMs - atMs) / 1_000)))
  if (seconds < STALE_SEC) return <span className='text-sm text-ink-3'>{t('crew.wall.live')}</span>
  return <span role='status' className='rounded-sm bg-warn-soft px-1.5 text-sm text-warn tabular-nums'>{t('crew.wall.stale', { seconds })}</span>
}
