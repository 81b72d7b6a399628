import { clsx } from 'clsx'
import { Clock3, Flower2, HandHeart, Hourglass, MessageCircleHeart, Sparkles } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineKind } from '../../../domain/entities/team.ts'
import type { Due, ThreadView } from '../../../protocol/views.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Float, Menu, MenuItem } from '../../ui/floating.tsx'
import { Ring } from '../../ui/ring.tsx'
import { useDueLook } from '../list/row-due.tsx'
import { insertAtCaret } from './insert.ts'
import { PromiseForm } from './promise-form.tsx'
import { openDialog, useWindow } from '../../state/window-store.ts'

/** All that runs on this conversation, and the lines that fit the moment. */
export const DueStrip = memo(function DueStrip({ view }: { view: ThreadView }) {
  const { t } = useTranslation()
  const { dues, conversation, apologyDue, items } = view
  const has = (rule: Due['rule']) => dues.some(due => due.rule === rule)
  // D6: nothing is unanswered and nothing promised.
  const mayClose = conversation.state === 'open' && dues.every(({ rule }) => rule === 'T7') && items.some(({ author }) => author === 'agent')
  const queued = items.some(item => item.status === 'queued' && item.author === 'agent')
  return (
    <div className='flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-5 pt-1.5'>
      {dues.length === 0 && <span className='text-sm text-ink-3'>{t('due.none')}</span>}
      {dues.map(due => due.rule === 'T8' ? <PromiseChip key={due.key} due={due} conversationId={conversation.id} /> : <DueChip key={due.key} due={due} />)}
      {queued && dues.length > 0 && (
        <span className='inline-flex items-center gap-1 text-xs text-warn' title={t('due.queuedMark')}><Clock3 size={13} aria-hidden='true' />{t('thread.status.queued')}</span>
      )}
      <span className='flex-1' />
      {has('T1') && <Offer kind='opening' id={conversation.id} icon={<Sparkles size={13} aria-hidden='true' />} />}
      {has('T3') && <Offer kind='holding' id={conversation.id} icon={<HandHeart size={13} aria-hidden='true' />} />}
      {(apologyDue || has('T4')) && <Offer kind='apology' id={conversation.id} strong={apologyDue} icon={<MessageCircleHeart size={13} aria-hidden='true' />} />}
      {mayClose && <Offer kind='closing' id={conversation.id} icon={<Flower2 size={13} aria-hidden='true' />} />}
      <PromiseButton conversationId={conversation.id} />
    </div>
  )
})

const tones = { calm: 'text-ink-2', soon: 'text-warn', late: 'text-late' } as const

function DueChip({ due }: { due: Due }) {
  const { t } = useTranslation()
  const look = useDueLook(due)
  return (
    <span className={clsx('inline-flex items-center gap-1.5 text-sm', tones[look.tone])} data-due={due.rule} title={due.label ?? undefined}>
      <Ring look={look} size='chip' />
      <span>{t(`due.${due.rule}`)}</span>
      <span className='font-semibold tabular-nums'>{look.tone === 'late' ? '+' : ''}{clockText(look.seconds * 1000)}</span>
    </span>
  )
}

/** A promise can be kept or dropped where it runs. */
function PromiseChip({ due, conversationId }: { due: Due; conversationId: string }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays()
  const settle = (state: 'kept' | 'cancelled') => {
    if (due.promiseId) void actions.done(client.call('promise.settle', { promiseId: due.promiseId, conversationId, state }))
  }
  return (
    <Menu trigger={<button type='button' className='-mx-1 rounded-md px-1 hover:bg-hover'><DueChip due={due} /></button>}>
      <p className='max-w-64 px-2.5 py-1.5 text-sm text-ink-2'>{due.label ? `${due.label} · ` : ''}{t('promise.due', { time: days.time(due.dueAtMs) })}</p>
      <MenuItem onSelect={() => { settle('kept') }}>{t('promise.keep')}</MenuItem>
      <MenuItem onSelect={() => { settle('cancelled') }}>{t('promise.drop')}</MenuItem>
    </Menu>
  )
}

function Offer({ kind, id, icon, strong = false }: { kind: Extract<LineKind, 'opening' | 'holding' | 'apology' | 'closing'>; id: string; icon: ReactNode; strong?: boolean }) {
  const { t } = useTranslation()
  const { actions, drafts } = useDesk()
  const insert = async () => {
    const line = await actions.offerLine(id, kind)
    if (line) insertAtCaret(id, { line: line.body, script: { id: line.scriptId, kind: line.kind } }, drafts)
  }
  const line = t(`composer.${kind}`)
  return (
    <button
      type='button' title={strong ? t('composer.apologyDue') : t('composer.insertHint')} onClick={() => { void insert() }}
      aria-label={t('composer.offer', { line })}
      className={clsx('inline-flex h-6 items-center gap-1 rounded-md border px-2 text-sm transition-colors hover:bg-hover',
        strong ? 'border-warn text-warn' : 'border-line text-ink-2 hover:text-ink')}
    >
      {icon}{line}
    </button>
  )
}

function PromiseButton({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const open = useWindow(state => state.dialog?.kind === 'promise')
  return (
    <Float
      label={t('promise.title')} align='end' side='top' open={open} onOpen={next => { openDialog(next ? { kind: 'promise' } : null) }} className='w-84'
      trigger={
        <button type='button' className='inline-flex h-6 items-center gap-1 rounded-md border border-line px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink'>
          <Hourglass size={13} aria-hidden='true' />{t('due.T8')}
        </button>
      }
    >
      <PromiseForm conversationId={conversationId} onDone={() => { openDialog(null) }} />
    </Float>
  )
}
