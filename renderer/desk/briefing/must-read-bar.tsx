import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'

/** Something has to be confirmed: it says so until it is, and takes no cursor away. */
export function MustReadBar() {
  const { t } = useTranslation()
  const unread = useLive(state => state.briefing?.unread)
  const first = unread?.[0]
  if (!unread || !first) return null
  return (
    <div role='status' className='flex min-h-9 shrink-0 items-center gap-2.5 border-b border-line bg-info-soft px-3 py-1 text-info' data-must-read={first.id}>
      <Megaphone size={16} className='shrink-0' aria-hidden='true' />
      <span className='shrink-0 font-semibold'>{t('briefing.unread', { count: unread.length })}</span>
      <span className='min-w-0 flex-1 truncate text-ink'>{first.title}</span>
      <Button small onClick={() => { openDialog({ kind: 'release', releaseId: first.id }) }}>{t('briefing.show')}</Button>
    </div>
  )
}
