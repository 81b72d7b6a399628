import { clsx } from 'clsx'
import type { DueLook } from '../format/due-look.ts'

const SIZES = { row: { box: 30, stroke: 2.5, text: 'text-xs' }, chip: { box: 18, stroke: 2.25, text: '' } } as const
const tones = { calm: 'text-brand', soon: 'text-warn', late: 'text-late' } as const

/** A ring that empties with the seconds; missed, it is full and red. The number stands in it, or beside it in a chip. */
export function Ring({ look, size }: { look: DueLook; size: keyof typeof SIZES }) {
  const { box, stroke, text } = SIZES[size]
  const radius = (box - stroke) / 2
  const round = 2 * Math.PI * radius
  const shown = look.tone === 'late' ? 1 : look.left
  return (
    <span className={clsx('relative inline-grid shrink-0 place-items-center', tones[look.tone])} aria-hidden='true'>
      <svg width={box} height={box} viewBox={`0 0 ${box} ${box}`} fill='none' strokeWidth={stroke}>
        <circle cx={box / 2} cy={box / 2} r={radius} className='stroke-line' />
        <circle
          cx={box / 2} cy={box / 2} r={radius} stroke='currentColor' strokeLinecap='round'
          strokeDasharray={`${round * shown} ${round}`} transform={`rotate(-90 ${box / 2} ${box / 2})`}
        />
      </svg>
      {text && (
        <span className={clsx('absolute font-semibold tabular-nums', look.ringText.length > 3 ? 'text-[0.6429rem]' : look.ringText.length > 2 ? 'text-[0.7143rem]' : text)}>{look.ringText}</span>
      )}
    </span>
  )
}
