import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { openReleaseOf } from '../open-entry.ts'
import { FilesProblem } from './files-error.tsx'
import { cancelApplying, forgetFile } from './import-store.ts'

/** An import on its way to the desks. */
export function ImportProgress({ name, done, total, cancelling }: { name: string; done: number; total: number; cancelling: boolean }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const text = cancelling ? t('files.takingBack') : t('files.applied', { done, total })
  return (
    <div className='m-auto flex w-full max-w-[480px] flex-col gap-3 p-6'>
      <h2 className='truncate text-lg font-semibold'>{t('files.applying', { name })}</h2>
      <Progress label={text} done={done} total={total} />
      <div className='flex items-center justify-between gap-3'>
        <p role='status' className='text-ink-2 tabular-nums'>{text}</p>
        <Button disabled={cancelling} onClick={() => { void cancelApplying(client) }}>{t('files.cancelImport')}</Button>
      </div>
      <p className='text-sm text-ink-2'>{t('files.cancelHint')}</p>
      <FilesProblem />
    </div>
  )
}

/** It is out: who has it is on the board of its release. */
export function ImportDone({ title, total, releaseId }: { title: string; total: number; releaseId: string | null }) {
  const { t } = useTranslation()
  return (
    <div className='m-auto flex w-full max-w-[480px] flex-col items-center gap-3 p-6 text-center'>
      <CircleCheck size={32} className='text-ok' aria-hidden='true' />
      <h2 className='text-lg font-semibold'>{t('files.done', { count: total })}</h2>
      <p role='status' className='text-ink-2'>{t('files.doneLead', { title })}</p>
      <div className='mt-2 flex gap-2'>
        {releaseId && <Button look='brand' onClick={() => { openReleaseOf(releaseId) }}>{t('files.toBoard')}</Button>}
        <Button onClick={forgetFile}>{t('files.another')}</Button>
      </div>
    </div>
  )
}
