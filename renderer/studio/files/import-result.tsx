import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useOffline } from '../../state/use-offline.ts'
import { FaultList } from './fault-list.tsx'
import { FilesProblem } from './files-error.tsx'
import { applyFile, forgetFile } from './import-store.ts'
import type { Importing, ReadFile } from './import-store.ts'
import { MappingTable } from './mapping-table.tsx'
import { PreviewTable } from './preview-table.tsx'

function Counts({ read: { total, fresh, changed, same, faultCount } }: { read: ReadFile }) {
  const { t } = useTranslation()
  const counts = [['total', total, ''], ['fresh', fresh, fresh > 0 ? 'text-brand' : 'text-ink-2'], ['changed', changed, changed > 0 ? 'text-info' : 'text-ink-2'], ['same', same, 'text-ink-2'],
    ['faults', faultCount, faultCount > 0 ? 'text-late' : 'text-ink-2']] as const
  return (
    <dl className='flex flex-wrap gap-x-8 gap-y-2'>
      {counts.map(([name, count, colour]) => (
        <div key={name} className='flex items-baseline gap-1.5'>
          <dd className={`text-lg font-semibold tabular-nums ${colour}`}>{count}</dd>
          <dt className='text-sm text-ink-2'>{t(`files.count.${name}`)}</dt>
        </div>
      ))}
    </dl>
  )
}

/** What would come of a file: its columns, what is new and changed, each fault, the first rows; and the way out to the desks. */
export function ImportResult({ file }: { file: Extract<Importing, { step: 'read' }> }) {
  const { t } = useTranslation()
  const { client, clock } = useDesk()
  const offline = useOffline()
  const { name, read, again } = file
  const [title, setTitle] = useState(() => t('files.titleOf', { name: name.replace(/\.[^.]*$/, '') }).slice(0, 120))
  const work = read.fresh + read.changed
  const ready = read.faultCount === 0 && work > 0 && !again && title.trim() !== '' && !offline
  const unnamed = read.faults.length > 0 && read.faults.every(({ code }) => code === 'wrong_columns')
  const hint = unnamed ? t('files.columnsHint') : read.faultCount > 0 ? t('files.faultsHint') : work === 0 ? t('files.nothingNew') : t('files.readyHint')
  return (
    <>
      <div className='min-h-0 flex-1 overflow-y-auto' aria-busy={again}>
        <div className='flex flex-col gap-5 px-6 py-5'>
          <header className='flex flex-wrap items-center gap-2'>
            <h2 className='selectable mr-2 min-w-0 truncate text-lg font-semibold'>{name}</h2>
            <Tag tone={read.recognised === 'unknown' ? 'plain' : 'brand'}>{t(`files.recognised.${read.recognised}`)}</Tag>
            <Tag>{read.encoding.toUpperCase()}</Tag>
            <Button small look='quiet' className='ml-auto' onClick={forgetFile}>{t('files.other')}</Button>
          </header>
          <FilesProblem />
          <Counts read={read} />
          {read.faultCount > 0 && <FaultList read={read} name={name} />}
          {read.columns.length > 0 && <MappingTable read={read} disabled={again || offline} />}
          {read.preview.length > 0 && <PreviewTable read={read} />}
        </div>
      </div>
      <footer className='flex flex-wrap items-center gap-3 border-t border-line bg-panel px-6 py-3'>
        <label className='flex min-w-60 flex-1 items-center gap-2'>
          <span className='shrink-0 text-sm text-ink-2'>{t('files.releaseName')}</span>
          <input value={title} maxLength={120} onChange={event => { setTitle(event.target.value) }} className={inputLook} spellCheck={false} />
        </label>
        <p className='max-w-80 text-sm text-ink-2'>{hint}</p>
        <Button look='brand' className='disabled:opacity-50' disabled={!ready} onClick={() => { void applyFile(client, clock, title.trim()) }}>{t('files.apply', { count: work })}</Button>
      </footer>
    </>
  )
}
