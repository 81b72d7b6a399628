import { useTranslation } from 'react-i18next'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { Tag } from '../../ui/tag.tsx'
import { scriptOf } from '../content.ts'
import { SaveMark } from '../draft/save-mark.tsx'
import { useWriting } from '../draft/use-writing.ts'
import { openItem } from '../studio-store.ts'
import { Field } from '../../ui/field.tsx'
import { BodyField } from './body-field.tsx'

/** The same script in the other language, beside it: a draft of its own. */
export function TwinEditor({ item }: { item: StudioItem }) {
  const { t } = useTranslation()
  const now = useWriting('script', item, scriptOf)
  const { content } = now
  return (
    <div className='flex min-w-0 flex-col gap-2'>
      <BodyField label={t('studio.twin.body', { language: content.language === 'en' ? t('companion.en') : t('companion.zh') })} value={content.body} language={content.language} onChange={body => { now.write({ ...content, body }) }} />
      <div className='grid grid-cols-[1fr_7rem] gap-2'>
        <Field label={t('studio.field.title')} value={content.title} maxLength={120} onChange={event => { now.write({ ...content, title: event.target.value }) }} />
        <Field label={t('studio.field.code')} value={content.code} maxLength={30} onChange={event => { now.write({ ...content, code: event.target.value }) }} />
      </div>
      <p className='flex items-center gap-2'>
        <Tag>{t(`studio.state.${now.mine?.state ?? (item.live ? 'live' : 'draft')}`)}</Tag>
        <SaveMark state={now.state} />
        <button type='button' className='ml-auto text-sm text-brand' onClick={() => { openItem('scripts', item.id) }}>{t('studio.twin.go')}</button>
      </p>
    </div>
  )
}
