import { FlaskConical } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageRuleContent } from '../../../domain/entities/language-rule.ts'
import type { DeskError } from '../../../protocol/desk-api.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/states.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { Group, Select } from '../ui/fields.tsx'
import { useOffline } from '../../state/use-offline.ts'
import { markedParts } from './marked-body.ts'

const DAYS = ['1', '7', '31'] as const

/** What this rule would have found in the messages of the last days, before it goes live. */
export function TryBench({ content, ready }: { content: LanguageRuleContent; ready: boolean }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const days = useDays()
  const offline = useOffline()
  const [back, setBack] = useState<(typeof DAYS)[number]>('7')
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<StudioOutput<'rules.try'> | null>(null)
  const [error, setError] = useState<DeskError | null>(null)
  // What was found stands below what is in sight.
  const hits = useRef<HTMLUListElement>(null)
  useEffect(() => { hits.current?.scrollIntoView({ block: 'nearest' }) }, [found])
  const look = async () => {
    if (busy) return
    setBusy(true)
    const answer = await askStudio(client, 'rules.try', { rules: [{ ...content, active: true }], days: Number(back) })
    setBusy(false)
    setError(answer.ok ? null : answer.error)
    if (answer.ok) setFound(answer.value)
  }
  return (
    <Group title={t('rules.try')} hint={t('rules.tryHint')}>
      <div className='flex items-center gap-2'>
        <Select className='w-40' label={t('rules.try')} hideLabel value={back} options={DAYS.map(value => ({ value, text: t('rules.days', { count: Number(value) }) }))} onChange={value => { if (value) setBack(value) }} />
        <Button disabled={!ready || offline || busy} onClick={() => { void look() }}><FlaskConical size={15} aria-hidden='true' />{busy ? t('rules.trying') : t('rules.tryNow')}</Button>
        <span role='status' className='text-sm text-ink-2'>
          {offline ? t('rules.tryOffline') : found && (found.hit === 0 ? t('rules.tryNone', { looked: found.looked }) : t('rules.tryFound', { looked: found.looked, hit: found.hit }))}
        </span>
      </div>
      {error && <Problem text={studioErrorText(error)} />}
      {found && found.hits.length > 0 && (
        <ul ref={hits} className='scroll-my-4 divide-y divide-line rounded-lg border border-line' aria-label={t('rules.try')}>
          {found.hits.map(hit => (
            <li key={hit.messageId} className='px-3 py-2'>
              <p className='selectable wrap-anywhere'>
                {markedParts(hit.body, hit.findings.map(({ span }) => span)).map((part, index) => part.marked
                  ? <mark key={index} className='rounded-sm bg-warn-soft px-0.5 text-warn'>{part.text}</mark> : <span key={index}>{part.text}</span>)}
              </p>
              <p className='text-xs text-ink-3'>{hit.personName} · {days.full(hit.atMs)}</p>
            </li>
          ))}
        </ul>
      )}
      {found && found.hit > found.hits.length && <p className='text-xs text-ink-3'>{t('rules.tryFirst', { count: found.hits.length })}</p>}
    </Group>
  )
}
