import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FiguresContent, FigureValue } from '../../../domain/entities/release.ts'
import { isFigureKey } from '../../../domain/figures/figures.ts'
import { FIGURES } from '../../../domain/figures/registry.ts'
import type { Answer } from '../../../protocol/desk-api.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { valueText } from './figure-text.ts'

type Versions = StudioOutput<'content.versions'>
const givenIn = (version: Versions[number] | undefined): Record<string, FigureValue> => (version?.content as Partial<FiguresContent> | undefined)?.given ?? {}

/** Every published state of a team's figures, newest first, and what each changed. */
export function FigureVersions({ teamId, onClose, onRestore }: { teamId: string; onClose: () => void; onRestore: (content: FiguresContent) => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const days = useDays()
  const [answer, setAnswer] = useState<Answer<Versions> | null>(null)
  useEffect(() => {
    let gone = false
    void askStudio(client, 'content.versions', { kind: 'figures', id: teamId }).then(got => { if (!gone) setAnswer(got) })
    return () => { gone = true }
  }, [client, teamId])
  const versions = answer?.ok ? answer.value : []
  return (
    <Dialog title={t('figures.versions')} lead={t('figures.versionsLead')} width='wide' onClose={onClose}>
      <div className='min-h-24 overflow-y-auto p-5 pt-3' tabIndex={0} role='group' aria-label={t('figures.versions')}>
        {!answer && <Busy text={t('common.loading')} />}
        {answer && !answer.ok && <Problem text={studioErrorText(answer.error)} />}
        {answer?.ok && versions.length === 0 && <p className='text-ink-2'>{t('figures.versionsEmpty')}</p>}
        <ol className='flex flex-col gap-3'>
          {versions.map((version, index) => (
            <li key={version.version} className='rounded-lg border border-line px-3 py-2'>
              <div className='flex items-center gap-3'>
                <strong className='font-semibold'>{t('figures.version', { version: version.version })}</strong>
                <span className='min-w-0 flex-1 truncate text-sm text-ink-2'>{version.releaseTitle ?? t('figures.versionSetUp')}</span>
                <span className='text-xs text-ink-3'>{t('figures.versionBy', { name: version.personName ?? '—', when: days.full(version.atMs) })}</span>
                {index > 0 && <Button small onClick={() => { onRestore({ given: givenIn(version) }); toast(t('figures.restored')); onClose() }}>{t('figures.restore')}</Button>}
              </div>
              <Differences before={givenIn(versions[index + 1])} after={givenIn(version)} />
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  )
}

function Differences({ before, after }: { before: Record<string, FigureValue>; after: Record<string, FigureValue> }) {
  const { t } = useTranslation()
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isFigureKey).filter(key => before[key] !== after[key])
  if (keys.length === 0) return <p className='mt-1 text-sm text-ink-3'>{t('figures.versionEmpty')}</p>
  return (
    <ul className='mt-1.5 flex flex-col gap-1 text-sm'>
      {keys.map(key => {
        const { unit, standard, rule } = FIGURES[key]
        return (
          <li key={key} className='flex items-baseline gap-2'>
            <span className='w-9 shrink-0 font-mono text-xs text-ink-3'>{rule}</span>
            <span className='min-w-0 flex-1'>{t(`figures.name.${key}`)}</span>
            <del className='text-ink-3 tabular-nums'>{valueText(t, unit, before[key] ?? standard)}</del>
            <ins className='font-medium tabular-nums no-underline'>{valueText(t, unit, after[key] ?? standard)}</ins>
          </li>
        )
      })}
    </ul>
  )
}
