import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { openDialog } from '../../state/window-store.ts'
import { IconButton } from '../../ui/button.tsx'

/** The way to what supervisors published, with how much of it is to be confirmed. */
export function NoticesButton() {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const unread = useLive(state => state.briefing?.unread.length ?? 0)
  const keys = keyCaps(acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {}).notices, mac).join(' ')
  return (
    <IconButton label={unread > 0 ? t('briefing.openCount', { count: unread }) : t('briefing.open')} keys={keys} className='relative' onClick={() => { openDialog({ kind: 'notices' }) }}>
      <Megaphone size={16} />
      {unread > 0 && (
        <span aria-hidden='true' className='absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-late-solid px-1 text-2xs leading-none font-semibold text-on-late tabular-nums'>{unread}</span>
      )}
    </IconButton>
  )
}
