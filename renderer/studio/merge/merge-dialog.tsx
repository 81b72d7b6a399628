import { clsx } from 'clsx'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FieldText } from './field-text.tsx'
import { merged, mergeFields, proposed, same } from './merge.ts'
import type { MergeField, Row } from './merge.ts'
import { fieldName } from './use-field-words.ts'

type Props = {
  title: string
  /** What both began from; null = not known. */
  base: Row | null
  /** What is live now; null = it was retired. */
  theirs: Row | null
  mine: Row
  onDone: (content: Row) => void
  onClose: () => void
}

/** Somebody published meanwhile: the text both began from, theirs and mine, side by side. Closed without an answer nothing changes. */
export function MergeDialog({ title, base, theirs, mine, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const fields = useMemo(() => theirs === null ? [] : mergeFields(base, theirs, mine), [base, theirs, mine])
  const [chosen, setChosen] = useState<ReadonlyMap<string, unknown>>(new Map())
  const choose = (key: string, value: unknown) => { setChosen(new Map(chosen).set(key, value)) }
  return (
    <Dialog title={t('studio.merge.title', { title })} lead={theirs === null ? t('studio.merge.retired') : t('studio.merge.lead')} width='full' onClose={onClose}>
      <div className='min-h-0 flex-1 overflow-y-auto p-5 pt-3' tabIndex={0} role='group' aria-label={t('studio.merge.fields')}>
        {theirs !== null && fields.length === 0 && <p className='text-ink-2'>{t('studio.merge.same')}</p>}
        {fields.map(field => (
          <Field key={field.key} field={field} value={chosen.has(field.key) ? chosen.get(field.key) : proposed(field)} onChoose={value => { choose(field.key, value) }} />
        ))}
      </div>
      <footer className='flex items-center justify-end gap-2 border-t border-line px-5 py-3'>
        <span className='mr-auto text-sm text-ink-2'>{t('studio.merge.after')}</span>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look='brand' onClick={() => { onDone(merged(mine, fields, chosen)) }}>{t('studio.merge.done')}</Button>
      </footer>
    </Dialog>
  )
}

function Field({ field, value, onChoose }: { field: MergeField; value: unknown; onChoose: (value: unknown) => void }) {
  const { t } = useTranslation()
  const { key, base, theirs, mine, both } = field
  const is = (other: unknown) => same(value, other)
  return (
    <section className='mb-5' aria-label={fieldName(t, key)}>
      <h3 className='mb-1.5 flex items-center gap-2 text-sm font-semibold'>
        {fieldName(t, key)}
        <Tag tone={both ? 'warn' : 'plain'}>{both ? t('studio.merge.both') : t('studio.merge.one')}</Tag>
      </h3>
      <div className='grid grid-cols-3 gap-3'>
        <Text name={t('studio.merge.base')}>{base === null || base === undefined || base === '' ? <p className='text-ink-2'>—</p> : <FieldText name={key} before={base} after={base} />}</Text>
        <Text name={t('studio.merge.theirs')} chosen={is(theirs)} take={t('studio.merge.takeTheirs')} onTake={() => { onChoose(theirs) }}><FieldText name={key} before={base} after={theirs} /></Text>
        <Text name={t('studio.merge.mine')} chosen={is(mine)} take={t('studio.merge.takeMine')} onTake={() => { onChoose(mine) }}><FieldText name={key} before={base} after={mine} /></Text>
      </div>
      {typeof mine === 'string' && typeof value === 'string' && both && (
        <label className='mt-2 block'>
          <span className='mb-1 block text-xs text-ink-2'>{t('studio.merge.result')}</span>
          <textarea
            value={value} rows={Math.min(8, value.split('\n').length + 1)} spellCheck={false} onChange={event => { onChoose(event.target.value) }}
            className='block w-full resize-y rounded-md border border-line-strong bg-panel px-3 py-2 leading-relaxed focus:border-brand focus:outline-1 focus:-outline-offset-1 focus:outline-brand'
          />
        </label>
      )}
    </section>
  )
}

function Text({ name, chosen, take, onTake, children }: { name: string; chosen?: boolean; take?: string; onTake?: () => void; children: ReactNode }) {
  return (
    <div className={clsx('flex min-w-0 flex-col rounded-lg border p-3', chosen ? 'border-brand bg-brand-soft/40' : 'border-line')}>
      <p className='mb-1 flex min-h-7 items-center justify-between gap-2 text-xs text-ink-2'>
        {name}
        {take && <Button small look={chosen ? 'brand' : 'plain'} aria-pressed={chosen} onClick={onTake}>{take}</Button>}
      </p>
      {children}
    </div>
  )
}
