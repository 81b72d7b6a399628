import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadItem } from '../../../protocol/views.ts'
import { IconButton } from '../../ui/button.tsx'
import { RichText } from '../thread/rich-text.tsx'

/** The line that the answer quotes. */
export function QuoteBar({ item, onDrop }: { item: ThreadItem | null; onDrop: () => void }) {
  const { t } = useTranslation()
  return (
    <div className='mt-2 flex items-center gap-2 rounded-md border-l-2 border-brand bg-bg py-1 pr-1 pl-3 text-sm'>
      <p className='min-w-0 flex-1 truncate text-ink-2'>
        <span className='text-ink'>{t('composer.quoting', { name: item?.authorName ?? t('thread.customer') })}</span> · {item ? <RichText text={item.body} /> : t('thread.gone')}
      </p>
      <IconButton label={t('composer.cancelQuote')} onClick={onDrop}><X size={14} /></IconButton>
    </div>
  )
}
