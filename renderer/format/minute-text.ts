/** `HH:MM` of minutes of the day; 1440 is `24:00`. */
export const minuteText = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Minutes of the day of `9:30`, `09:30`, `24:00`; null when it is no time. */
export function minuteOf(text: string): number | null {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim())
  const minutes = found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN
  return Number(found?.[2]) < 60 && minutes <= 1440 ? minutes : null
}
