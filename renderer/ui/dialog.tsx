import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { AlertDialog, Dialog as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'

// The primitive's own overlay writes a <style> element, which the policy forbids: a plain layer does.
const scrim = 'fixed inset-0 z-40 bg-scrim appear'
const sheet = 'fixed left-1/2 z-50 flex max-h-[84vh] w-[calc(100vw-48px)] -translate-x-1/2 flex-col rounded-xl border border-line bg-raised shadow-float outline-none appear'

type Props = {
  title: string
  lead?: string | undefined
  width?: 'narrow' | 'normal' | 'wide' | 'full'
  /** Near the top: a list under a field that grows and shrinks. */
  high?: boolean
  hideTitle?: boolean
  onClose: () => void
  children: ReactNode
}

const widths = { narrow: 'max-w-[400px]', normal: 'max-w-[520px]', wide: 'max-w-[720px]', full: 'max-w-[1120px]' }

/** Something to fill in or read over the desk. Esc and the cross close it. */
export function Dialog({ title, lead, width = 'normal', high = false, hideTitle = false, onClose, children }: Props) {
  const { t } = useTranslation()
  return (
    <Base.Root open onOpenChange={open => { if (!open) onClose() }}>
      <Base.Portal>
        <div className={scrim} />
        <Base.Content
          aria-modal='true'
          className={clsx(sheet, widths[width], high ? 'top-[12vh]' : 'top-1/2 -translate-y-1/2')}
          onOpenAutoFocus={event => {
            // Without a field of its own the sheet takes the focus, not its closing cross.
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          {...(lead ? {} : { 'aria-describedby': undefined })}
        >
          <header className={clsx('flex items-start gap-3 px-5 pt-4', hideTitle && 'sr-only')}>
            <div className='min-w-0 flex-1'>
              <Base.Title className='text-lg font-semibold'>{title}</Base.Title>
              {lead && <Base.Description className='mt-0.5 text-sm text-ink-2'>{lead}</Base.Description>}
            </div>
            {!hideTitle && <Base.Close asChild><IconButton label={t('common.close')}><X size={16} /></IconButton></Base.Close>}
          </header>
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

type QuestionProps = {
  title: string
  lead: string
  confirm: string
  cancel: string
  danger?: boolean
  onConfirm: () => void
  onCancel: () => void
  children?: ReactNode
}

/** A question before what cannot be undone. The harmless answer has the focus. */
export function Question({ title, lead, confirm, cancel, danger = false, onConfirm, onCancel, children }: QuestionProps) {
  return (
    <AlertDialog.Root open onOpenChange={open => { if (!open) onCancel() }}>
      <AlertDialog.Portal>
        <div className={scrim} />
        <AlertDialog.Content aria-modal='true' className={clsx(sheet, widths.narrow, 'top-1/2 -translate-y-1/2 p-5')}>
          <AlertDialog.Title className='text-lg font-semibold'>{title}</AlertDialog.Title>
          <AlertDialog.Description className='mt-1.5 text-ink-2'>{lead}</AlertDialog.Description>
          {children}
          <div className='mt-5 flex justify-end gap-2'>
            <AlertDialog.Cancel asChild><Button>{cancel}</Button></AlertDialog.Cancel>
            <AlertDialog.Action asChild><Button look={danger ? 'danger' : 'brand'} onClick={onConfirm}>{confirm}</Button></AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
