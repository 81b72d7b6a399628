import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy } from '../../ui/states.tsx'
import { pictureUrl } from '../thread/picture-bytes.ts'

/** A picture of the thread, large. */
export function PictureDialog({ attachmentId, name, onClose }: { attachmentId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    void pictureUrl(client, attachmentId).then(found => { if (here) setUrl(found) })
    return () => { here = false }
  }, [client, attachmentId])
  return (
    <Dialog title={name} width='wide' onClose={onClose}>
      <div className='grid min-h-40 place-items-center overflow-auto p-5 pt-3'>
        {url ? <img src={url} alt={t('thread.picture', { name })} className='max-h-[70vh] max-w-full rounded-md object-contain' /> : <Busy text={t('thread.pictureLoading')} />}
      </div>
    </Dialog>
  )
}
