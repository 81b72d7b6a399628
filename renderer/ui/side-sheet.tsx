import { X } from 'lucide-react'
import { Dialog as Base } from 'radix-ui'
import type { KeyboardEventHandler, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'

/** A tall sheet at the right edge, for a list that is worked through. Esc and the cross close it. */
export function SideSheet({ icon, title, side, head, foot, onClose, onKeyDown, children }: {
  icon: ReactNode; title: string; /** Beside the title: what the clock says. */ side?: ReactNode; head?: ReactNode; foot?: ReactNode
  onClose: () => void; onKeyDown?: KeyboardEventHandler; children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Base.Root open onOpenChange={open => { if (!open) onClose() }}>
      <Base.Portal>
        <div className='fixed inset-0 z-40 bg-scrim appear' />
        <Base.Content
          aria-modal='true' aria-describedby={undefined} {...(onKeyDown ? { onKeyDown } : {})}
          className='fixed inset-y-0 right-0 z-50 flex w-[min(760px,calc(100vw-120px))] flex-col border-l border-line bg-raised shadow-float outline-none appear'
          onOpenAutoFocus={event => {
            // The first line of the list takes the focus; without one the sheet does.
            event.preventDefault()
            const sheet = event.currentTarget
            if (sheet instanceof HTMLElement) (sheet.querySelector<HTMLElement>('[data-row][tabindex="0"]') ?? sheet).focus()
          }}
        >
          <header className='border-b border-line px-5 pt-4 pb-3'>
            <div className='flex items-center gap-2.5'>
              <span className='text-warn' aria-hidden='true'>{icon}</span>
              <Base.Title className='min-w-0 flex-1 truncate text-lg font-semibold'>{title}</Base.Title>
              {side}
              <Base.Close asChild><IconButton label={t('common.close')}><X size={16} /></IconButton></Base.Close>
            </div>
            {head}
          </header>
          <div className='min-h-0 flex-1 overflow-y-auto'>{children}</div>
          {foot && <footer className='border-t border-line bg-panel px-5 py-3'>{foot}</footer>}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
