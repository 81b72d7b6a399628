import { clsx } from 'clsx'
import { RotateCcw, Undo2 } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureValue } from '../../../domain/entities/release.ts'
import { FIGURES } from '../../../domain/figures/registry.ts'
import type { Figure, FigureKey } from '../../../domain/figures/registry.ts'
import { IconButton } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { minuteText } from '../../format/minute-text.ts'
import { parseFigure, shorterText, unitText, valueText } from './figure-text.ts'

type Props = {
  name: FigureKey
  value: FigureValue
  /** What is in effect. */
  live: FigureValue
  /** Who changed it last, and when, in words; null = nobody. */
  changed: string | null
  fault: string | null
  onChange: (key: FigureKey, value: FigureValue) => void
}

/** One figure: its rule, its name, the default, the value, who changed it when, and a way back. */
export const FigureLine = memo(function FigureLine({ name, value, live, changed, fault, onChange }: Props) {
  const { t } = useTranslation()
  const figure: Figure = FIGURES[name]
  const id = useId()
  const later = figure.place === 'later'
  const [unread, setUnread] = useState<string | null>(null)
  const [undone, setUndone] = useState(0)
  const problem = unread ?? fault
  const draft = value !== live
  return (
    <div
      role='group' aria-label={t(`figures.name.${name}`)} data-figure={name}
      className={clsx('grid min-h-11 grid-cols-[44px_minmax(160px,1fr)_104px_240px_minmax(96px,168px)_32px] items-center gap-x-3 px-3 py-1.5 max-[1180px]:grid-cols-[36px_minmax(140px,1fr)_84px_200px_88px_28px]',
        draft && 'bg-brand-soft')}
    >
      <span className='font-mono text-xs text-ink-3'>{figure.rule}</span>
      <label htmlFor={id} className={clsx('min-w-0', later && 'text-ink-2')}>{t(`figures.name.${name}`)}</label>
      <span className='text-xs text-ink-3 tabular-nums'>{t('figures.standard', { value: valueText(t, figure.unit, figure.standard) })}</span>
      <div className='flex min-w-0 items-center gap-2'>
        {later
          ? <span title={t('figures.laterHint')} className='flex items-center gap-2'><span className='text-ink-3 tabular-nums'>{valueText(t, figure.unit, value)}</span><Tag>{t('figures.later')}</Tag></span>
          : <FigureInput key={undone} id={id} name={name} value={value} problemId={problem ? `${id}-problem` : undefined} onChange={onChange} onUnread={setUnread} />}
      </div>
      <span className='min-w-0 truncate text-xs text-ink-3' title={changed ?? undefined}>{changed ?? (later ? '' : t('figures.never'))}</span>
      <span>
        {draft || unread !== null
          ? <IconButton label={t('figures.undo')} onClick={() => { setUnread(null); setUndone(undone + 1); onChange(name, live) }}><Undo2 size={15} /></IconButton>
          : !later && value !== figure.standard && <IconButton label={t('figures.reset')} onClick={() => { onChange(name, figure.standard) }}><RotateCcw size={15} /></IconButton>}
      </span>
      {problem && <p id={`${id}-problem`} role='alert' className='col-span-5 col-start-2 pb-0.5 text-sm text-late'>{problem}</p>}
    </div>
  )
})

const look = 'h-8 rounded-md border border-line-strong bg-panel px-2.5 text-ink tabular-nums focus:border-brand focus:outline-1 focus:-outline-offset-1 focus:outline-brand aria-invalid:border-late'

function FigureInput({ id, name, value, problemId, onChange, onUnread }: {
  id: string; name: FigureKey; value: FigureValue; problemId: string | undefined
  onChange: (key: FigureKey, value: FigureValue) => void; onUnread: (problem: string | null) => void
}) {
  const { t } = useTranslation()
  const figure: Figure = FIGURES[name]
  const shown = figure.unit === 'clock' ? minuteText(Number(value)) : String(value)
  // Undone, published or changed elsewhere: the field follows, but never under what reads the same, or nothing yet.
  const [typed, setTyped] = useState<string | null>(null)
  const parsedNow = typed === null ? value : parseFigure(figure, typed)
  const text = typed !== null && (parsedNow === value || parsedNow === null) ? typed : shown
  if (figure.unit === 'severity') {
    return (
      <select id={id} value={String(value)} className={clsx(look, 'w-28')} onChange={event => { onChange(name, event.target.value) }}>
        {(['block', 'warn', 'note'] as const).map(one => <option key={one} value={one}>{t(`figures.severity.${one}`)}</option>)}
      </select>
    )
  }
  const read = (text: string) => {
    setTyped(text)
    const parsed = parseFigure(figure, text)
    onUnread(parsed !== null ? null : figure.unit === 'clock' ? t('figures.fault.clock') : t('figures.fault.number'))
    if (parsed !== null) onChange(name, parsed)
  }
  const step = (by: number) => {
    const parsed = parseFigure(figure, text)
    if (parsed === null) return
    const next = Math.min(figure.max, Math.max(figure.min, parsed + by))
    setTyped(null)
    onUnread(null)
    onChange(name, next)
  }
  const shorter = typeof value === 'number' ? shorterText(t, figure.unit, value) : null
  return (
    <>
      <input
        id={id} value={text} inputMode='numeric' autoComplete='off' spellCheck={false} aria-invalid={problemId ? true : undefined} aria-describedby={problemId}
        className={clsx(look, 'w-20 text-right')} onChange={event => { read(event.target.value) }}
        onKeyDown={event => {
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (by === 0) return
          event.preventDefault()
          step(by * (event.shiftKey ? 10 : 1) * (figure.unit === 'clock' ? 15 : 1))
        }}
      />
      <span className='text-sm whitespace-nowrap text-ink-2'>{unitText(t, figure.unit)}</span>
      {shorter && <span className='truncate text-xs text-ink-3'>{t('figures.equals', { text: shorter })}</span>}
    </>
  )
}
