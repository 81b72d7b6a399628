import { CloudOff, CloudUpload, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOffline } from '../../state/use-offline.ts'
import type { WritingNow } from './use-writing.ts'

/** Where what was written is: still here, in the file, at the server. */
export function SaveMark({ state }: { state: WritingNow<object>['state'] }) {
  const { t } = useTranslation()
  const offline = useOffline()
  if (state === 'none') return null
  if (state === 'failed') return <span role='alert' className='flex items-center gap-1.5 text-xs text-late'><TriangleAlert size={13} aria-hidden='true' />{t('studio.save.failed')}</span>
  const local = state === 'pending' && offline
  const Icon = local ? CloudOff : state === 'saved' ? null : CloudUpload
  return (
    <span role='status' data-saved={state} className={`flex items-center gap-1.5 text-xs ${local ? 'text-warn' : 'text-ink-3'}`}>
      {Icon && <Icon size={13} aria-hidden='true' />}
      {local ? t('studio.save.offline') : state === 'saved' ? t('studio.save.saved') : state === 'pending' ? t('studio.save.pending') : t('studio.save.saving')}
    </span>
  )
}
