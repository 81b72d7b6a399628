import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../protocol/script-views.ts'

/** What is not right in the line, and whether it may go out. */
export function LineFindings({ body, findings, busy }: { body: string; findings: readonly Finding[]; busy: boolean }) {
  const { t } = useTranslation()
  if (body.trim() === '') return null
  return (
    <div role='status' className='-mt-1 text-sm'>
      {busy ? <p className='text-ink-2'>{t('crew.act.checking')}</p> : findings.length === 0 ? <p className='flex items-center gap-1.5 text-ok'><CircleCheck size={14} aria-hidden='true' />{t('crew.act.fine')}</p> : (
        <ul>
          {findings.map(({ words, severity, reason, rule, span }) => {
            const Icon = severity === 'block' ? OctagonX : TriangleAlert
            return (
              <li key={`${rule} ${span[0]}`} className={severity === 'block' ? 'flex items-center gap-1.5 text-late' : 'flex items-center gap-1.5 text-warn'}>
                <Icon size={14} role='img' aria-label={t(`language.severity.${severity}`)} className='shrink-0' /><strong className='font-semibold'>{words}</strong> · {reason ?? t(`language.${rule}`)}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
