import { ImageOff, LoaderCircle, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { percentText } from '../../format/day-text.ts'
import { useDesk } from '../../state/desk-context.ts'
import { openDialog } from '../../state/window-store.ts'
import { pictureUrl } from './picture-bytes.ts'

const MOST_WIDE = 260
const MOST_HIGH = 220

/** A picture of the thread: its place is kept while it comes, so nothing jumps. Opens large by a click. */
export function Picture({ attachment }: { attachment: ThreadView['attachments'][number] }) {
  const { t, i18n } = useTranslation()
  const { client, actions } = useDesk()
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const { id, name, width, height, progress } = attachment
  const scale = Math.min(1, MOST_WIDE / Math.max(1, width), MOST_HIGH / Math.max(1, height))
  const size = width > 0 && height > 0 ? { width: Math.round(width * scale), height: Math.round(height * scale) } : { width: 160, height: 120 }

  useEffect(() => {
    let here = true
    void pictureUrl(client, id).then(found => {
      if (!here) return
      setUrl(found)
      setFailed(found === null)
    })
    return () => { here = false }
  }, [client, id, attachment.state])

  return (
    <figure className='my-1'>
      {url
        ? (
            <button type='button' className='block overflow-hidden rounded-md' onClick={() => { openDialog({ kind: 'picture', attachmentId: id, name }) }} title={t('thread.lightbox')}>
              <img src={url} alt={t('thread.picture', { name })} width={size.width} height={size.height} className='object-cover' />
            </button>
          )
        : (
            <span className='grid place-items-center rounded-md bg-bg text-ink-3' style={size} title={failed ? t('thread.pictureFailed') : t('thread.pictureLoading')}>
              {failed ? <ImageOff size={20} role='img' aria-label={t('thread.pictureFailed')} /> : <LoaderCircle size={18} className='animate-spin' role='img' aria-label={t('thread.pictureLoading')} />}
            </span>
          )}
      {attachment.failed
        ? (
            <figcaption className='mt-1 flex items-center gap-2 text-xs text-late'>
              {t('thread.uploadFailed')}
              <button type='button' className='inline-flex items-center gap-1 font-medium text-brand' onClick={() => { void actions.done(client.call('attachment.retry', { attachmentId: id })) }}>
                <RotateCw size={12} aria-hidden='true' />{t('common.retry')}
              </button>
            </figcaption>
          )
        : progress !== null && progress < 1 && (
          <figcaption className='mt-1 text-xs text-ink-2'>
            <span
              role='progressbar' aria-label={t('thread.picture', { name })} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(progress * 100)}
              className='mb-0.5 block h-1 overflow-hidden rounded-full bg-line-strong'
            >
              <span className='block h-full bg-brand' style={{ width: `${progress * 100}%` }} />
            </span>
            {t('thread.uploading', { percent: percentText(progress, i18n.language) })}
          </figcaption>
        )}
    </figure>
  )
}
