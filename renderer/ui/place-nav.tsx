import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useDesk } from '../state/desk-context.ts'
import { keyCaps } from '../state/shortcuts.ts'

export type PlacePage = { id: string; icon: LucideIcon; text: string; mark?: ReactNode }

/** The pages of a place at its left: arrows walk, Ctrl 1–9 goes to the nth. @param children stands at its foot */
export function PlaceNav({ label, title, pages, current, onOpen, children }: {
  label: string; title: string; pages: readonly PlacePage[]; current: string | undefined; onOpen: (id: string) => void; children?: ReactNode
}) {
  const { mac } = useDesk()
  useNthPage(pages, onOpen, mac)

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = pages[pages.findIndex(one => one.id === current) + step]
    if (step === 0 || !next) return
    event.preventDefault()
    onOpen(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-page="${next.id}"]`)?.focus()
  }

  return (
    <nav aria-label={label} onKeyDown={walk} className='flex w-[168px] shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-panel p-2 max-[1180px]:w-[136px]'>
      <h1 className='px-2 pt-1 pb-2 text-sm font-semibold text-ink-2'>{title}</h1>
      {pages.map(({ id, icon: Icon, text, mark }, index) => (
        <button
          key={id} type='button' data-page={id} aria-current={id === current ? 'page' : undefined} tabIndex={id === current ? 0 : -1}
          title={index < 9 ? `${text}  ${keyCaps(`Mod+${index + 1}`, mac).join(' ')}` : undefined} onClick={() => { onOpen(id) }}
          className={clsx('flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2 text-left transition-colors',
            id === current ? 'bg-brand-soft font-medium text-brand' : 'text-ink-2 hover:bg-hover hover:text-ink')}
        >
          <Icon size={16} aria-hidden='true' className='shrink-0' />
          <span className='min-w-0 flex-1 truncate'>{text}</span>
          {mark}
        </button>
      ))}
      {children && <><span className='flex-1' />{children}</>}
    </nav>
  )
}

function useNthPage(pages: readonly PlacePage[], onOpen: (id: string) => void, mac: boolean): void {
  const latest = useRef({ pages, onOpen })
  useLayoutEffect(() => { latest.current = { pages, onOpen } })
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const nth = /^Digit([1-9])$/.exec(event.code)?.[1]
      const mod = mac ? event.metaKey : event.ctrlKey
      const wanted = nth && mod && !event.altKey && !event.shiftKey ? latest.current.pages[Number(nth) - 1] : undefined
      if (!wanted || event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]')) return
      event.preventDefault()
      latest.current.onOpen(wanted.id)
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [mac])
}
