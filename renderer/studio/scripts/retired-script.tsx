import { ArchiveX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { writingKey } from '../../state/writings.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { scriptOf } from '../content.ts'
import { VersionsDialog } from '../draft/versions-dialog.tsx'
import { writerOf } from '../draft/use-writing.ts'

/** A script that left every desk: its versions are there, and each can come back. */
export function RetiredScript({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation()
  const { client, ids } = useDesk()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Empty icon={<ArchiveX size={28} />} title={t('studio.versions.wasRetired')} hint={title}><Button small className='mt-4' onClick={() => { setOpen(true) }}>{t('studio.versions.open')}</Button></Empty>
      {open && (
        <VersionsDialog
          kind='script' id={id} title={title} onClose={() => { setOpen(false) }}
          onBack={(row, over) => {
            const writer = writerOf(client)
            writer.write({ kind: 'script', targetId: id, draftId: ids.next(), baseVersion: over, action: 'put', content: { ...scriptOf(row) } })
            void writer.flush(writingKey('script', id))
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
