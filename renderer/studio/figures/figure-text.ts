import type { TFunction } from 'i18next'
import type { FigureValue } from '../../../domain/entities/release.ts'
import type { FigureFault } from '../../../domain/figures/figures.ts'
import { figureOf, isFigureKey } from '../../../domain/figures/figures.ts'
import { FIGURES } from '../../../domain/figures/registry.ts'
import type { Figure, FigureKey, FigureUnit } from '../../../domain/figures/registry.ts'
import { minuteOf, minuteText } from '../../format/minute-text.ts'

/** The word behind a number; none where it counts things that its name says. */
export function unitText(t: TFunction, unit: FigureUnit): string {
  return unit === 'count' || unit === 'clock' || unit === 'severity' || unit === 'on' ? '' : t(`figures.unit.${unit}`)
}

/** A figure with its unit, as one reads it. */
export function valueText(t: TFunction, unit: FigureUnit, value: FigureValue): string {
  if (unit === 'severity') return t(`figures.severity.${value as 'block'}`)
  if (unit === 'clock') return minuteText(Number(value))
  if (typeof value === 'boolean') return value ? t('figures.on') : t('figures.off')
  return `${value} ${unitText(t, unit)}`.trimEnd()
}

/** A long time said shorter: 600 seconds are 10 minutes. Null where the unit says enough. */
export function shorterText(t: TFunction, unit: FigureUnit, value: number): string | null {
  if (unit === 'sec' && value >= 60) {
    const [minutes, seconds] = [Math.floor(value / 60), value % 60]
    return `${minutes} ${t('figures.unit.min')}${seconds > 0 ? ` ${seconds} ${t('figures.unit.sec')}` : ''}`
  }
  if (unit === 'h' && value >= 48 && value % 24 === 0) return `${value / 24} ${t('figures.unit.days')}`
  return null
}

/** What was typed as the figure's own kind of value; null when it is none. Full-width digits count. */
export function parseFigure({ unit }: Pick<Figure, 'unit'>, text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  if (unit === 'clock') return minuteOf(plain)
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

/** What is wrong, in a sentence. */
export function faultText(t: TFunction, { key, fault, other }: FigureFault, given: Readonly<Record<string, FigureValue>>): string {
  if (!isFigureKey(key) || fault === 'unknown') return t('figures.fault.unknown')
  const figure: Figure = FIGURES[key]
  if (fault === 'type') return figure.unit === 'clock' ? t('figures.fault.clock') : t('figures.fault.number')
  if (fault === 'range') return t('figures.fault.range', { min: valueText(t, figure.unit, figure.min), max: valueText(t, figure.unit, figure.max) })
  const against: FigureKey = other ?? key
  const value = valueText(t, figure.unit, figureOf({ given }, against))
  const words = { other: t(`figures.name.${against}`), value }
  return figureOf({ given }, key) > figureOf({ given }, against) ? t('figures.fault.above', words) : t('figures.fault.below', words)
}
