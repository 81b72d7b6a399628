import { Image, ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { shopPictureUrl } from './shop-pictures.ts'

/** A picture that goes along with a script. */
export function ShopPicture({ id }: { id: string }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let here = true
    void shopPictureUrl(client, id).then(found => { if (here) setUrl(found) })
    return () => { here = false }
  }, [client, id])
  const look = 'size-14 rounded-md border border-line'
  if (url) return <img src={url} alt={t('palette.pictures', { count: 1 })} className={`${look} object-cover`} />
  const [Icon, label] = url === null ? [ImageOff, t('thread.pictureFailed')] as const : [Image, t('thread.pictureLoading')] as const
  return <span className={`${look} grid place-items-center bg-bg text-ink-3`}><Icon size={18} role='img' aria-label={label} /></span>
}
