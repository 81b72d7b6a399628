import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The quiet page that every screen before the desk stands on. */
export function Card({ above, icon, title, lead, children }: { above?: ReactNode; icon?: ReactNode; title: string; lead?: string; children?: ReactNode }) {
  return (
    <main className='grid h-full place-items-center overflow-y-auto bg-bg p-6'>
      <section className='w-full max-w-[400px] rounded-xl border border-line bg-panel p-7 shadow-float'>
        {above}
        {icon && <div className='mb-4 grid size-10 place-items-center rounded-lg bg-brand-soft text-brand'>{icon}</div>}
        <h1 className='text-xl font-semibold'>{title}</h1>
        {lead && <p className='mt-2 text-ink-2'>{lead}</p>}
        {children}
      </section>
    </main>
  )
}

/** The program's sign. */
export function Sign() {
  const { t } = useTranslation()
  return (
    <div className='mb-6 flex items-center gap-3'>
      <svg width='36' height='36' viewBox='0 0 36 36' aria-hidden='true'>
        <rect width='36' height='36' rx='9' className='fill-brand' />
        <path d='M18 8a10 10 0 1 0 10 10' className='stroke-on-brand' strokeWidth='3.2' strokeLinecap='round' fill='none' />
        <path d='M18 12.5V18l4 3' className='stroke-on-brand' strokeWidth='3' strokeLinecap='round' strokeLinejoin='round' fill='none' />
      </svg>
      <div>
        <p className='text-lg leading-tight font-semibold' translate='no'>{PRODUCT}</p>
        <p className='text-xs text-ink-2'>{t('signIn.tagline')}</p>
      </div>
    </div>
  )
}

const PRODUCT = 'Shiftdesk'
