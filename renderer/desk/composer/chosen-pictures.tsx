import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { compose, composing } from '../../state/composer-store.ts'
import type { ChosenPicture } from '../../state/composer-store.ts'

/** Pictures that go with the next message. */
export function ChosenPictures({ conversationId, pictures }: { conversationId: string; pictures: ChosenPicture[] }) {
  const { t } = useTranslation()
  if (pictures.length === 0) return null
  const drop = (picture: ChosenPicture) => {
    URL.revokeObjectURL(picture.url)
    compose(conversationId, { pictures: composing(conversationId).pictures.filter(kept => kept.key !== picture.key) })
  }
  return (
    <ul className='flex gap-2 overflow-x-auto pt-2'>
      {pictures.map(picture => (
        <li key={picture.key} className='relative shrink-0'>
          <img src={picture.url} alt={t('thread.picture', { name: picture.name })} className='size-16 rounded-md border border-line object-cover' />
          <button
            type='button' aria-label={t('composer.removePicture', { name: picture.name })} onClick={() => { drop(picture) }}
            className='absolute top-0.5 right-0.5 grid size-5 place-items-center rounded-full border border-line bg-raised text-ink'
          >
            <X size={12} />
          </button>
        </li>
      ))}
    </ul>
  )
}
