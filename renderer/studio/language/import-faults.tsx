import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../protocol/studio.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** What is wrong with a file, line by line; nothing of it was taken. */
export function ImportFaults({ faults, onClose }: { faults: Fault[]; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('rules.import')} lead={t('rules.importFaults', { count: faults.length })} onClose={onClose}>
      <ul className='selectable flex flex-col gap-1.5 overflow-y-auto p-5 pt-3 text-sm' tabIndex={0} aria-label={t('rules.import')}>
        {faults.map((fault, index) => {
          const text = t(`files.fault.${fault.code}`, { value: fault.value })
          return <li key={index}>{fault.line === null ? t('rules.faultFile', { text }) : t('rules.fault', { line: fault.line, text })}</li>
        })}
      </ul>
    </Dialog>
  )
}
