import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { mapColumns } from './import-store.ts'
import type { Mapping, ReadFile } from './import-store.ts'

const FIELDS = ['code', 'title', 'body', 'group', 'stage', 'scene', 'language', 'tags', 'validFrom', 'validTo', 'campaign'] as const
type Field = (typeof FIELDS)[number]

/** The mapping with this column holding this; what held it before holds nothing. */
function mapped(mapping: Mapping, column: string, field: Field | null): Mapping {
  const kept = Object.entries(mapping).filter(([name, held]) => held !== column && name !== field)
  return Object.fromEntries(field === null ? kept : [...kept, [field, column]])
}

/** What each column of the file holds, with its first cells; another choice reads the file again. */
export function MappingTable({ read: { columns, mapping }, disabled }: { read: ReadFile; disabled: boolean }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  return (
    <section aria-labelledby='files-mapping'>
      <h3 id='files-mapping' className='mb-2 font-semibold'>{t('files.mapping')}</h3>
      <div tabIndex={0} role='group' aria-labelledby='files-mapping' className='max-h-72 overflow-auto rounded-lg border border-line bg-panel'>
        <table className='w-full text-left'>
          <thead className='sticky top-0 bg-panel text-sm text-ink-2'>
            <tr>
              {(['column', 'holds', 'sample'] as const).map(head => (
                <th key={head} scope='col' className='border-b border-line px-3 py-1.5 font-normal whitespace-nowrap'>{t(`files.head.${head}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, sample }) => {
              const field = FIELDS.find(one => mapping[one] === name) ?? null
              return (
                <tr key={name} className='border-b border-line align-middle last:border-0'>
                  <th scope='row' className='max-w-48 truncate px-3 py-1.5 font-medium'>{name}</th>
                  <td className='px-3 py-1.5'>
                    <select
                      aria-label={t('files.holds', { name })} value={field ?? ''} disabled={disabled}
                      onChange={event => { void mapColumns(client, mapped(mapping, name, FIELDS.find(one => one === event.target.value) ?? null)) }}
                      className='h-7 w-44 rounded-md border border-line-strong bg-panel px-1.5 text-ink focus:border-brand'
                    >
                      <option value=''>{t('files.field.none')}</option>
                      {FIELDS.map(one => <option key={one} value={one}>{t(`files.field.${one}`)}</option>)}
                    </select>
                  </td>
                  <td className='w-full max-w-0 truncate px-3 py-1.5 text-ink-2'>{sample.filter(cell => cell !== '').join(' · ') || '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
