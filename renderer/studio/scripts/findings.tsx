import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainBody } from '../../../domain/scripts/variables.ts'
import type { Finding } from '../../../protocol/script-views.ts'
import { later } from '../../edge/clock.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'

const PAUSE_MS = 150
const TONE = { block: 'late', warn: 'warn', note: 'info' } as const

/** What the language rules say to a text, as an agent would meet it; each with the better wording by one press. */
export function Findings({ body, onChange }: { body: string; onChange: (body: string) => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [found, setFound] = useState<{ body: string; findings: Finding[] }>({ body: '', findings: [] })
  useEffect(() => {
    let here = true
    const stop = later(PAUSE_MS, () => {
      // Variables are filled before anything is sent: their braces are no fault here.
      void client.call('language.check', { conversationId: null, body: plainBody(body) || ' ' }).then(answer => {
        if (here && answer.ok) setFound({ body, findings: answer.value.filter(({ rule }) => rule !== 'variable') })
      })
    })
    return () => {
      here = false
      stop()
    }
  }, [client, body])
  const findings = found.body === body ? found.findings : []
  if (findings.length === 0) return null
  return (
    <ul className='mt-1.5 flex flex-col gap-1' aria-label={t('studio.language')}>
      {findings.map((one, index) => (
        <li key={index} className='flex flex-wrap items-center gap-2 text-sm'>
          <Tag tone={TONE[one.severity]}>{one.rule in RULE_NAMES ? one.rule : t('studio.languageMark')}</Tag>
          <mark className='max-w-56 truncate rounded-xs bg-warn-soft px-1 text-warn'>{one.words}</mark>
          <span className='min-w-0 flex-1 text-ink-2'>{one.reason ?? t(`language.${one.rule === 'email' ? 'phone' : one.rule}`)}</span>
          {one.positive !== null && body.includes(one.words) && (
            <Button small onClick={() => { onChange(body.replace(one.words, () => one.positive ?? '')) }}>{t('studio.languageUse', { words: one.positive })}</Button>
          )}
        </li>
      ))}
    </ul>
  )
}
const RULE_NAMES = { C1: 1, C2: 1, C3: 1, C4: 1, D4: 1, D5: 1, D6: 1, D9: 1, D15: 1 }
