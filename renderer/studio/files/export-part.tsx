import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioInput } from '../../../protocol/studio.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { askStudio } from '../ask.ts'
import { useOffline } from '../../state/use-offline.ts'
import { bytesOf } from './file-text.ts'
import { filesErrorText } from './files-error.tsx'

type Format = StudioInput<'export.scripts'>['format']
const FORMATS = [['xlsx', 'files.format.xlsx'], ['csv', 'files.format.csv'], ['csv-gbk', 'files.format.gbk']] as const

/** The team's scripts as a file, saved where the supervisor says. */
export function ExportPart() {
  const { t, i18n } = useTranslation()
  const { client, shell } = useDesk()
  const offline = useOffline()
  const [busy, setBusy] = useState<Format | null>(null)

  async function save(format: Format): Promise<void> {
    setBusy(format)
    const answer = await askStudio(client, 'export.scripts', { format, language: i18n.language.startsWith('zh') ? 'zh' : 'en' })
    if (answer.ok) {
      const saved = await shell.saveFile(answer.value.name, bytesOf(answer.value.bytes)).catch(() => 'failed' as const)
      if (saved === 'failed') toast(t('files.notSaved'), 'bad')
      else if (saved) toast(t('files.saved', { name: saved.name }))
    } else toast(filesErrorText(answer.error), 'bad')
    setBusy(null)
  }

  return (
    <section aria-labelledby='files-export' className='border-t border-line pt-6'>
      <h2 id='files-export' className='text-lg font-semibold'>{t('files.export')}</h2>
      <p className='mt-1 mb-3 text-ink-2'>{t('files.exportLead')}</p>
      <div className='flex flex-wrap gap-2'>
        {FORMATS.map(([format, words]) => (
          <Button key={format} disabled={offline || busy !== null} aria-busy={busy === format} onClick={() => { void save(format) }}>
            <FileDown size={15} aria-hidden='true' />{busy === format ? t('files.making') : t(words)}
          </Button>
        ))}
      </div>
    </section>
  )
}
