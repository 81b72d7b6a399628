import { useTranslation } from 'react-i18next'
import { Busy } from '../../ui/states.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ExportPart } from './export-part.tsx'
import { ImportDone, ImportProgress } from './import-progress.tsx'
import { ImportResult } from './import-result.tsx'
import { useImport } from './import-store.ts'

/** Scripts out of a file and into one. */
export function ImportPage() {
  const { t } = useTranslation()
  const importing = useImport(state => state.importing)
  switch (importing.step) {
    case 'reading': return <Busy text={t('files.reading', { name: importing.name })} />
    case 'read': return <ImportResult key={importing.name} file={importing} />
    case 'applying': return <ImportProgress {...importing} />
    case 'done': return <ImportDone {...importing} />
    case 'none': return (
      <div className='min-h-0 flex-1 overflow-y-auto'>
        <div className='mx-auto flex max-w-[760px] flex-col gap-8 px-6 py-8'>
          <ChooseFile />
          <ExportPart />
        </div>
      </div>
    )
  }
}
