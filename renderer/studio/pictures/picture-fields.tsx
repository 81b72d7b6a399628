import { ImagePlus, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PICTURE_TYPES } from '../../../domain/entities/plain-lists.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { ShopPicture } from '../../palette/shop-picture.tsx'
import { Button } from '../../ui/button.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { useOffline } from '../../state/use-offline.ts'
import { readPicture } from './read-picture.ts'

const MOST = 5

/** Pictures that go along; they are put into the shop's store at once, so that needs a network. */
export function PictureFields({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const offline = useOffline()
  const [busy, setBusy] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  // What is written elsewhere while a picture goes up stays: it is put to what stands there then, not to what stood there before.
  const latest = useRef({ ids, onChange })
  useLayoutEffect(() => { latest.current = { ids, onChange } })
  const add = async (files: readonly File[]) => {
    setBusy(true)
    const added: string[] = []
    for (const file of files.slice(0, MOST - ids.length)) {
      const read = await readPicture(file)
      if (typeof read === 'string') {
        toast(t(`error.${read}`), 'bad')
        continue
      }
      const answer = await askStudio(desk.client, 'picture.add', { id: desk.ids.next(), name: file.name.slice(0, 200), ...read })
      if (answer.ok) added.push(answer.value.id)
      else toast(studioErrorText(answer.error), 'bad')
    }
    setBusy(false)
    if (added.length > 0) latest.current.onChange([...latest.current.ids, ...added].slice(0, MOST))
  }
  return (
    <div>
      <p className='mb-1 text-sm text-ink-2'>{t('studio.field.pictureIds')}</p>
      <div className='flex flex-wrap items-center gap-2'>
        {ids.map(id => (
          <span key={id} className='relative'>
            <ShopPicture id={id} />
            <button
              type='button' aria-label={t('studio.pictureRemove')} title={t('studio.pictureRemove')} onClick={() => { onChange(ids.filter(one => one !== id)) }}
              className='absolute -top-1.5 -right-1.5 grid size-5 place-items-center rounded-full border border-line bg-raised text-ink-2 hover:text-ink'
            >
              <X size={12} aria-hidden='true' />
            </button>
          </span>
        ))}
        {ids.length < MOST && (
          <Button small disabled={busy || offline} title={offline ? t('studio.needsNetwork') : undefined} onClick={() => { chooser.current?.click() }}>
            <ImagePlus size={14} aria-hidden='true' />{busy ? t('studio.pictureBusy') : t('studio.pictureAdd')}
          </Button>
        )}
        <input
          ref={chooser} type='file' hidden multiple accept={PICTURE_TYPES.join(',')} aria-label={t('studio.pictureAdd')}
          onChange={event => {
            void add([...event.target.files ?? []])
            event.target.value = ''
          }}
        />
      </div>
    </div>
  )
}
