import { RotateCcw } from 'lucide-react'
import { clsx } from 'clsx'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { DeskError } from '../../../protocol/desk-api.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { Changes } from '../merge/changes.tsx'
import type { Row } from '../merge/merge.ts'

type Version = StudioOutput<'content.versions'>[number]

type Props = {
  kind: ContentKind
  id: string
  title: string
  /** Shown at first; else the newest. */
  version?: number
  /** Without it nothing is brought back here. */
  onBack?: (content: Row, over: number) => void
  onClose: () => void
}

/** Every state that was live, what changed in it, and the way back to it. */
export function VersionsDialog({ kind, id, title, version: first, onBack, onClose }: Props) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const days = useDays()
  const nowMs = useTime(now => Math.floor(now / 60_000)) * 60_000
  const [answer, setAnswer] = useState<{ versions: Version[] | null; error: DeskError | null }>({ versions: null, error: null })
  const [at, setAt] = useState(0)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let here = true
    void askStudio(client, 'content.versions', { kind, id }).then(found => {
      if (!here) return
      if (found.ok) setAt(Math.max(0, found.value.findIndex(one => one.version === first)))
      setAnswer(found.ok ? { versions: found.value, error: null } : { versions: null, error: found.error })
    })
    return () => { here = false }
  }, [client, kind, id, first, tries])
  const versions = answer.versions ?? []
  const shown = versions[at]
  const earlier = versions.slice(at + 1).find(({ action }) => action === 'put')
  return (
    <Dialog title={t('studio.versions.title', { title })} width='full' onClose={onClose}>
      <div className='flex min-h-80 flex-1 overflow-hidden p-5 pt-3'>
        {answer.error ? <div className='flex-1'><Problem text={studioErrorText(answer.error)}><Button small onClick={() => { setTries(tries + 1) }}>{t('common.retry')}</Button></Problem></div>
          : !answer.versions ? <div className='flex-1'><Busy text={t('common.loading')} /></div>
            : !shown ? <p className='text-ink-2'>{t('studio.versions.none')}</p> : (
                <>
                  <ul className='w-72 shrink-0 overflow-y-auto border-r border-line pr-3'>
                    {versions.map((version, index) => (
                      <li key={version.version}>
                        <button
                          type='button' aria-current={index === at ? 'true' : undefined} onClick={() => { setAt(index) }}
                          className={clsx('w-full rounded-md px-3 py-2 text-left', index === at ? 'bg-brand-soft' : 'hover:bg-hover')}
                        >
                          <span className='flex justify-between gap-2'>
                            <span className='font-medium'>{t('studio.versions.nth', { n: version.version })}{version.action === 'retire' && ` · ${t('studio.state.retired')}`}</span>
                            <span className='text-sm text-ink-2'>{days.brief(version.atMs, nowMs)}</span>
                          </span>
                          <span className='block truncate text-sm text-ink-2'>{[version.personName, version.releaseTitle].filter(Boolean).join(' · ') || t('studio.versions.seeded')}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                  <div className='flex min-w-0 flex-1 flex-col gap-3 overflow-y-auto pl-5' tabIndex={0} role='group' aria-label={t('studio.review.changes')}>
                    <p className='flex items-center justify-between gap-2 text-sm text-ink-2'>
                      {days.full(shown.atMs)}
                      {onBack && shown.action === 'put' && at > 0 && (
                        <Button small look='brand' onClick={() => { onBack(shown.content, versions[0]?.version ?? 0) }}><RotateCcw size={14} aria-hidden='true' />{t('studio.versions.bring')}</Button>
                      )}
                    </p>
                    {shown.action === 'retire' ? <p className='text-ink-2'>{t('studio.versions.wasRetired')}</p> : <Changes before={earlier?.content ?? null} after={shown.content} />}
                  </div>
                </>
              )}
      </div>
    </Dialog>
  )
}
