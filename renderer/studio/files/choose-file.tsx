import { clsx } from 'clsx'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { useOffline } from '../../state/use-offline.ts'
import { FilesProblem } from './files-error.tsx'
import { chooseFile } from './import-store.ts'

const KINDS = '.csv,.txt,.tsv,.xlsx'

/** Where a file is dropped or chosen. */
export function ChooseFile() {
  const { t } = useTranslation()
  const { client } = useDesk()
  const offline = useOffline()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => { if (file && !offline) void chooseFile(client, file) }
  const drag = (event: DragEvent, on: boolean) => {
    event.preventDefault()
    setOver(on && !offline)
  }
  return (
    <section aria-labelledby='files-import'>
      <h2 id='files-import' className='text-lg font-semibold'>{t('files.import')}</h2>
      <p className='mt-1 mb-3 text-ink-2'>{t('files.importLead')}</p>
      <FilesProblem />
      <div
        onDragOver={event => { drag(event, true) }} onDragLeave={event => { drag(event, false) }}
        onDrop={event => {
          drag(event, false)
          take(event.dataTransfer.files[0])
        }}
        className={clsx('mt-3 flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-10 text-center transition-colors',
          over ? 'border-brand bg-brand-soft' : 'border-line-strong bg-panel')}
      >
        <FileUp size={28} className={over ? 'text-brand' : 'text-ink-3'} aria-hidden='true' />
        <p className='text-ink-2'>{offline ? t('files.offline') : t('files.drop')}</p>
        <Button look='brand' disabled={offline} onClick={() => input.current?.click()}>{t('files.choose')}</Button>
        <input
          ref={input} type='file' accept={KINDS} className='sr-only' tabIndex={-1} aria-label={t('files.choose')}
          onChange={event => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <ul className='mt-3 flex list-disc flex-col gap-1 pl-5 text-sm text-ink-2'>
        <li>{t('files.kinds')}</li>
        <li>{t('files.qianniu')}</li>
        <li>{t('files.limits')}</li>
      </ul>
    </section>
  )
}
