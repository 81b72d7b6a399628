import { clsx } from 'clsx'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../state/live-store.ts'
import { mentionAt, withMention } from './mention.ts'

const MOST = 6

/** Colleagues to mention, while a name is typed after an @. Arrow keys and Enter choose. */
export function MentionList({ field, text, onChange }: { field: RefObject<HTMLTextAreaElement | null>; text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation()
  const people = useLive(state => state.team?.people)
  const me = useLive(state => state.session?.me?.personId)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const typed = mentionAt(text, Math.min(caret, text.length))
  const found = typed === null ? [] : (people ?? []).filter(person =>
    person.id !== me && person.active && (person.name.startsWith(typed.typed) || person.account.startsWith(typed.typed))).slice(0, MOST)
  const chosen = found[Math.min(at, found.length - 1)]

  const choose = (name: string) => {
    const box = field.current
    if (!box || !typed) return
    const next = withMention(text, typed.from, Math.min(caret, text.length), name)
    onChange(next.text)
    setCaret(next.caret)
    requestAnimationFrame(() => {
      box.focus()
      box.setSelectionRange(next.caret, next.caret)
    })
  }

  useEffect(() => {
    const box = field.current
    if (!box) return
    const follow = () => { setCaret(box.selectionStart) }
    const press = (event: KeyboardEvent) => {
      if (!chosen || event.isComposing) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(now => (now + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen.name)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    box.addEventListener('input', follow)
    box.addEventListener('click', follow)
    box.addEventListener('keyup', follow)
    box.addEventListener('keydown', press, true)
    return () => {
      box.removeEventListener('input', follow)
      box.removeEventListener('click', follow)
      box.removeEventListener('keyup', follow)
      box.removeEventListener('keydown', press, true)
    }
  })

  if (found.length === 0) return null
  return (
    <ul role='listbox' aria-label={t('composer.mentions')} className='absolute bottom-full left-5 z-10 mb-10 w-56 rounded-lg border border-line bg-raised p-1 shadow-float'>
      {found.map(person => (
        <li
          key={person.id} role='option' aria-selected={person === chosen}
          className={clsx('rounded-md px-2.5 py-1.5', person === chosen && 'bg-brand-soft')}
          onPointerDown={event => {
            event.preventDefault()
            choose(person.name)
          }}
        >
          {person.name} <span className='text-xs text-ink-3'>{person.account}</span>
        </li>
      ))}
    </ul>
  )
}
