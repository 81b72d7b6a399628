/** `mm:ss`, or `h:mm:ss` from an hour on. @param ms a length of time, its sign is dropped */
export function clockText(ms: number): string {
  const total = Math.floor(Math.abs(ms) / 1000)
  const seconds = String(total % 60).padStart(2, '0')
  const minutes = Math.floor(total / 60) % 60
  const hours = Math.floor(total / 3600)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${String(minutes).padStart(2, '0')}:${seconds}`
}

/** A length of time in words, coarse: seconds below a minute, minutes below two hours, else hours. */
export function durationText(ms: number, language: string): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const [value, unit] = seconds < 60 ? [seconds, 'second'] as const
    : seconds < 7200 ? [Math.floor(seconds / 60), 'minute'] as const : [Math.floor(seconds / 3600), 'hour'] as const
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: language === 'zh' ? 'long' : 'short' }).format(value)
}

/** The reply figures: one decimal below ten seconds, whole seconds above; null stays null. */
export function secondsFigure(ms: number | null, language: string): string | null {
  if (ms === null) return null
  const seconds = ms / 1000
  return new Intl.NumberFormat(language, { maximumFractionDigits: seconds < 10 ? 1 : 0 }).format(seconds)
}
