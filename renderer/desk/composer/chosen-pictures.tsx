import { ImageOff, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftPicture } from '../../../protocol/views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { pictureUrl } from '../thread/picture-bytes.ts'

/** Pictures that go with the next message. */
export function ChosenPictures({ conversationId, pictures }: { conversationId: string; pictures: DraftPicture[] }) {
  if (pictures.length === 0) return null
  return (
    <ul className='flex gap-2 overflow-x-auto pt-2'>
      {pictures.map(picture => <Chosen key={picture.id} conversationId={conversationId} picture={picture} />)}
    </ul>
  )
}

function Chosen({ conversationId, picture }: { conversationId: string; picture: DraftPicture }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    void pictureUrl(client, picture.id).then(found => { if (here) setUrl(found) })
    return () => { here = false }
  }, [client, picture.id])
  const look = 'size-16 rounded-md border border-line'
  return (
    <li className='relative shrink-0' data-chosen={picture.id}>
      {url ? <img src={url} alt={t('thread.picture', { name: picture.name })} className={`${look} object-cover`} />
        : <span className={`${look} grid place-items-center bg-bg text-ink-3`}><ImageOff size={18} role='img' aria-label={t('thread.pictureLoading')} /></span>}
      <button
        type='button' aria-label={t('composer.removePicture', { name: picture.name })} onClick={() => { void actions.removePicture(conversationId, picture.id) }}
        className='absolute top-0.5 right-0.5 grid size-5 place-items-center rounded-full border border-line bg-raised text-ink'
      >
        <X size={12} />
      </button>
    </li>
  )
}
