import { LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The engine restarts. The desk stays in sight, and the composer can still be typed in: nothing is taken away. */
export function CoreGone() {
  const { t } = useTranslation()
  return (
    <div role='alert' className='fixed inset-x-0 top-14 z-50 mx-auto flex w-fit max-w-[560px] items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-float appear'>
      <LoaderCircle size={18} className='mt-0.5 shrink-0 animate-spin text-warn' aria-hidden='true' />
      <div>
        <p className='font-medium'>{t('gone.title')}</p>
        <p className='text-sm text-ink-2'>{t('gone.lead')}</p>
      </div>
    </div>
  )
}
