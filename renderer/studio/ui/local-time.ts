const two = (n: number) => String(n).padStart(2, '0')

/** Epoch ms as a date field holds it, in the zone of this machine. @param time with hours and minutes */
export function toLocal(ms: number | null, time: boolean): string {
  if (ms === null) return ''
  const date = new Date(ms)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return time ? `${day}T${two(date.getHours())}:${two(date.getMinutes())}` : day
}

/** What a date field holds as epoch ms: a date alone begins at midnight here. Nothing or rubbish is null. */
export function fromLocal(text: string): number | null {
  if (text === '') return null
  const ms = new Date(text.includes('T') ? text : `${text}T00:00`).getTime()
  return Number.isFinite(ms) && ms >= 0 ? ms : null
}
