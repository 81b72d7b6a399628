import { Bell } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { IconButton } from '../../ui/button.tsx'

/** What concerns me alone: roster, swaps, calls for help, what was moved. */
export function BellButton() {
  const { t } = useTranslation()
  const fresh = useLive(state => state.notices?.filter(notice => notice.seenAtMs === null).length ?? 0)
  return (
    <IconButton label={fresh > 0 ? t('notice.openCount', { count: fresh }) : t('notice.open')} className='relative' onClick={() => { openDialog({ kind: 'bell' }) }}>
      <Bell size={16} />
      {fresh > 0 && (
        <span aria-hidden='true' className='absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-late-solid px-1 text-2xs leading-none font-semibold text-on-late tabular-nums'>{fresh}</span>
      )}
    </IconButton>
  )
}
