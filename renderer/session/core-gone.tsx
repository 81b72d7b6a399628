import { LoaderCircle, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoreFailure } from '../../protocol/shell.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { Button } from '../ui/button.tsx'

/**
 * The engine restarts, or could not. The desk stays in sight, and the composer can still be typed in: nothing is taken away.
 */
export function CoreGone() {
  const { t } = useTranslation()
  const { shell } = useDesk()
  const gone = useLive(state => state.connection === 'gone')
  const connected = useLive(state => state.connection === 'connected')
  const [failure, setFailure] = useState<CoreFailure | null>(null)
  useEffect(() => { shell.onCoreFailed(setFailure) }, [shell])
  if (connected && failure) setFailure(null)
  if (!gone && !failure) return null
  return (
    <div role='alert' className='fixed inset-x-0 top-14 z-50 mx-auto flex w-fit max-w-[560px] items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-float appear'>
      {failure ? <TriangleAlert size={18} className='mt-0.5 shrink-0 text-late' aria-hidden='true' />
        : <LoaderCircle size={18} className='mt-0.5 shrink-0 animate-spin text-warn' aria-hidden='true' />}
      <div>
        <p className='font-medium'>{failure ? t('gone.failedTitle') : t('gone.title')}</p>
        <p className='text-sm text-ink-2'>{failure ? t('gone.failedLead') : t('gone.lead')}</p>
        {failure && (
          <p className='mt-2 flex items-center gap-3'>
            <Button
              small look='brand'
              onClick={() => {
                setFailure(null)
                void shell.restartCore()
              }}
            >
              {t('gone.restart')}
            </Button>
            <code className='selectable text-xs text-ink-3'>{failure.code}</code>
          </p>
        )}
      </div>
    </div>
  )
}
