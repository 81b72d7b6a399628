import { useTranslation } from 'react-i18next'
import { FieldText } from './field-text.tsx'
import { mergeFields } from './merge.ts'
import type { Row } from './merge.ts'
import { fieldName, useFieldWords } from './use-field-words.ts'

/** What one content has made of another, field by field; what is new altogether stands as it is. @param before null = it is new */
export function Changes({ before, after }: { before: Row | null; after: Row }) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const fields = mergeFields(before ?? {}, before ?? {}, after).filter(({ key, mine }) => before !== null || words(key, mine) !== '')
  if (fields.length === 0) return <p className='text-sm text-ink-2'>{t('studio.noChanges')}</p>
  return (
    <dl className='flex flex-col gap-3'>
      {fields.map(({ key, base, mine }) => (
        <div key={key}>
          <dt className='text-xs text-ink-2'>{fieldName(t, key)}</dt>
          <dd><FieldText name={key} before={before === null ? mine : base} after={mine} /></dd>
        </div>
      ))}
    </dl>
  )
}
