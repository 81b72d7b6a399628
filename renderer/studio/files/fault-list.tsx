import { Copy } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../protocol/studio.ts'
import { copyText } from '../../edge/clipboard.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import type { ReadFile } from './import-store.ts'

/** A fault in a sentence, without its line. */
export function faultText(t: TFunction, { code, column, value }: Fault): string {
  const reason = t(`files.fault.${code}`, { value })
  return column === null ? reason : t('files.inColumn', { column, reason })
}

/** Every row that keeps the file out, with its line and reason. */
export function FaultList({ read: { faults, faultCount }, name }: { read: ReadFile; name: string }) {
  const { t } = useTranslation()
  const line = (fault: Fault) => fault.line === null ? t('files.wholeFile') : t('files.line', { line: fault.line })
  const copy = () => {
    copyText([name, ...faults.map(fault => `${line(fault)}\t${faultText(t, fault)}`)].join('\n'))
    toast(t('files.faultsCopied'))
  }
  return (
    <section aria-labelledby='files-faults' className='rounded-lg border border-line bg-panel'>
      <header className='flex items-center gap-3 border-b border-line px-4 py-2'>
        <h3 id='files-faults' className='font-semibold text-late'>{t('files.faults', { count: faultCount })}</h3>
        {faultCount > faults.length && <span className='text-sm text-ink-2'>{t('files.firstFaults', { count: faults.length })}</span>}
        <Button small look='quiet' className='ml-auto' onClick={copy}><Copy size={14} aria-hidden='true' />{t('files.copyFaults')}</Button>
      </header>
      <ol tabIndex={0} aria-labelledby='files-faults' className='max-h-80 overflow-y-auto px-4 py-1'>
        {faults.map((fault, at) => (
          <li key={at} className='flex gap-4 border-b border-line py-1.5 last:border-0'>
            <span className='w-24 shrink-0 text-ink-2 tabular-nums'>{line(fault)}</span>
            <span className='selectable min-w-0 break-words'>{faultText(t, fault)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
