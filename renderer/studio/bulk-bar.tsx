import { CircleCheck, TriangleAlert, Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { BulkView } from '../../protocol/script-views.ts'
import { errorText } from '../state/actions.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../state/shortcuts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { isOnItsWay, useBulk } from './use-bulk.ts'

function sentence(t: TFunction, { state, done, total, drafts, left, problem }: BulkView): string {
  if (state === 'running') return t('studio.bulk.running', { done, total })
  if (state === 'returning') return t('studio.bulk.returning', { done, total })
  if (state === 'returned') return left === 0 ? t('studio.bulk.returned') : t('studio.bulk.returnedBut', { count: left })
  if (problem) return t('studio.bulk.stopped', { count: drafts, reason: errorText({ code: problem, detail: null, params: null }) })
  return drafts === 0 ? t('studio.bulk.nothing') : t('studio.bulk.done', { count: drafts })
}

/** How far a bulk edit is, above whatever page one is on: to be cancelled on its way, to be undone afterwards. */
export function BulkBar() {
  const { t } = useTranslation()
  const { client, mac } = useDesk()
  const keys = keyCaps(acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {}).takeBack, mac).join(' ')
  const view = useBulk()
  if (!view) return null
  const { state, done, total, drafts, problem } = view
  const text = sentence(t, view)
  return (
    <section aria-label={t('studio.bulk.bar')} className='flex min-h-10 items-center gap-3 border-b border-line bg-panel px-4 py-1.5 text-sm'>
      {isOnItsWay(view) ? <Progress label={text} done={done} total={total} className='w-40 shrink-0' />
        : problem ? <TriangleAlert size={16} aria-hidden='true' className='shrink-0 text-warn' /> : <CircleCheck size={16} aria-hidden='true' className='shrink-0 text-ok' />}
      <span role='status' className='min-w-0 flex-1 tabular-nums'>{text}</span>
      {state === 'running' && <Button small onClick={() => { void client.call('studio.bulkCancel', {}) }}>{t('common.cancel')}</Button>}
      {state === 'done' && drafts > 0 && (
        <Button small data-bulk-undo onClick={() => { void client.call('studio.bulkUndo', {}) }}><Undo2 size={14} aria-hidden='true' />{t('common.undo')}<kbd className='font-sans text-xs text-ink-3'>{keys}</kbd></Button>
      )}
      {!isOnItsWay(view) && <IconButton label={t('common.close')} onClick={() => { void client.call('studio.bulkForget', {}) }}><X size={16} aria-hidden='true' /></IconButton>}
    </section>
  )
}
