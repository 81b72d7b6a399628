import { Eye, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'

/** Who else looks at or writes in this conversation now. */
export function Others({ others }: Pick<ThreadView, 'others'>) {
  const { t } = useTranslation()
  return (
    <span role='status' className='flex min-w-0 shrink-[2] items-center gap-2 overflow-hidden'>
      {others.map(({ personId, name, doing }) => (
        <span key={personId} data-other={doing} title={t(`others.${doing}`, { name })} className='inline-flex min-w-0 items-center gap-1 text-xs whitespace-nowrap text-info'>
          {doing === 'typing' ? <PencilLine size={13} className='shrink-0' aria-hidden='true' /> : <Eye size={13} className='shrink-0' aria-hidden='true' />}
          <span className='truncate' aria-hidden='true'>{name}</span>
          <span className='sr-only'>{t(`others.${doing}`, { name })}</span>
        </span>
      ))}
    </span>
  )
}
