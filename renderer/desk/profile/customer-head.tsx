import { Cake, Mail, MapPin, Phone, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../domain/entities/customer.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Name, tier, masked ways to reach, tags. */
export function CustomerHead({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const days = useDays()
  const { nickname, name, gender, tier, phoneMasked, emailMasked, addressMasked, birthday, blocked } = customer
  return (
    <section className='border-b border-line px-4 pt-3.5 pb-3'>
      <div className='flex items-center gap-3'>
        <Avatar name={name ?? nickname} size='large' />
        <div className='min-w-0 flex-1'>
          <h2 className='truncate font-semibold'>
            {name ?? nickname} {gender && <span className='font-normal text-ink-2'>{t(`profile.${gender}`)}</span>}
          </h2>
          <p className='truncate text-sm text-ink-2'>{name && name !== nickname ? nickname : t('profile.since', { when: days.month(customer.sinceMs) })}</p>
        </div>
      </div>
      <dl className='mt-3 flex flex-col gap-1 text-sm'>
        <Line icon={<Phone size={14} />} name={t('profile.phone')} value={phoneMasked} />
        <Line icon={<Mail size={14} />} name={t('profile.email')} value={emailMasked} />
        <Line icon={<MapPin size={14} />} name={t('profile.address')} value={addressMasked} />
        <Line icon={<Cake size={14} />} name={t('profile.birthdaySoon', { when: '' }).trim()} value={birthday} />
      </dl>
      <div className='mt-3 flex flex-wrap items-center gap-1.5'>
        {tier !== 'normal' && <Tag tone={tier === 'gold' ? 'info' : 'plain'}>{t(`tier.${tier}`)}</Tag>}
        {blocked && <Tag tone='late'>{t('profile.blocked')}</Tag>}
        <Tags customer={customer} />
      </div>
    </section>
  )
}

function Line({ icon, name, value }: { icon: ReactNode; name: string; value: string | null }) {
  if (value === null || value === '') return null
  return (
    <div className='flex items-start gap-2'>
      <dt className='mt-[3px] text-ink-3' title={name}><span className='sr-only'>{name}</span><span aria-hidden='true'>{icon}</span></dt>
      <dd className='selectable min-w-0 break-words tabular-nums'>{value}</dd>
    </div>
  )
}

function Tags({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const { actions } = useDesk()
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const add = async () => {
    const name = text.trim()
    setAdding(false)
    setText('')
    if (name !== '' && !customer.tags.includes(name)) await actions.addTag(customer.id, name)
  }
  return (
    <>
      {customer.tags.map(tag => (
        <Tag key={tag} className='group pr-0.5'>
          {tag}
          <button
            type='button' aria-label={t('profile.removeTag', { tag })} onClick={() => { void actions.removeTag(customer.id, tag) }}
            className='grid size-4 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink'
          >
            <X size={11} />
          </button>
        </Tag>
      ))}
      {adding
        ? (
            <input
              autoFocus value={text} maxLength={30} aria-label={t('profile.addTag')} placeholder={t('profile.tagPlaceholder')}
              className='h-[1.4286rem] w-24 rounded-sm border border-brand bg-panel px-1.5 text-xs outline-none'
              onChange={event => { setText(event.target.value) }} onBlur={() => { void add() }}
              onKeyDown={event => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add()
                if (event.key === 'Escape') {
                  setAdding(false)
                  setText('')
                }
              }}
            />
          )
        : (
            <button
              type='button' aria-label={t('profile.addTag')} title={t('profile.addTag')} onClick={() => { setAdding(true) }}
              className='grid h-[1.4286rem] w-6 place-items-center rounded-sm border border-dashed border-line-strong text-ink-2 hover:bg-hover'
            >
              <Plus size={12} />
            </button>
          )}
    </>
  )
}
