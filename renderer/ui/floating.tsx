import { clsx } from 'clsx'
import { DropdownMenu, Popover } from 'radix-ui'
import type { ReactNode } from 'react'

const floating = 'z-50 rounded-lg border border-line bg-raised shadow-float outline-none appear'

/** A menu under its button. Not modal: a modal one writes a <style> element, which the policy forbids. */
export function Menu({ trigger, align = 'start', isOpen = false, children }: { trigger: ReactNode; align?: 'start' | 'end'; /** From its first drawing. */ isOpen?: boolean; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={isOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} sideOffset={4} collisionPadding={8} className={clsx(floating, 'min-w-48 p-1')}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const item = 'flex w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none data-[highlighted]:bg-hover'

/** One entry of a menu. */
export function MenuItem({ icon, children, hint, danger = false, onSelect }: {
  icon?: ReactNode; children: ReactNode; hint?: ReactNode; danger?: boolean; onSelect: () => void
}) {
  return (
    <DropdownMenu.Item className={clsx(item, danger && 'text-late')} onSelect={onSelect}>
      <span className={clsx('grid size-4 place-items-center', !danger && 'text-ink-2')}>{icon}</span>
      <span className='flex-1'>{children}</span>
      {hint && <span className='text-xs text-ink-3'>{hint}</span>}
    </DropdownMenu.Item>
  )
}

/** One of several, the chosen one marked. */
export function MenuChoice({ value, children, hint, mark }: { value: string; children: ReactNode; hint?: string; mark: ReactNode }) {
  return (
    <DropdownMenu.RadioItem value={value} className={clsx(item, 'items-start data-[state=checked]:bg-brand-soft')}>
      <span className='mt-1 grid size-4 place-items-center'>{mark}</span>
      <span className='flex-1'>
        <span className='block'>{children}</span>
        {hint && <span className='block text-xs text-ink-2'>{hint}</span>}
      </span>
    </DropdownMenu.RadioItem>
  )
}

export function MenuLine() {
  return <DropdownMenu.Separator className='my-1 h-px bg-line' />
}

/** A small sheet at its button. */
export function Float({ trigger, open, onOpen, align = 'start', side = 'bottom', label, children, className }: {
  trigger: ReactNode; open?: boolean; onOpen?: (open: boolean) => void; align?: 'start' | 'end' | 'center'
  side?: 'top' | 'bottom'; label: string; children: ReactNode; className?: string
}) {
  return (
    <Popover.Root {...(open === undefined ? {} : { open })} {...(onOpen ? { onOpenChange: onOpen } : {})}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align={align} side={side} sideOffset={6} collisionPadding={8} aria-label={label} className={clsx(floating, 'p-4', className)}>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
