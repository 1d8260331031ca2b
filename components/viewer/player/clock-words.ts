/** Seconds as `0:04.58`: fine enough to tell one frame from the next. */
export function clockWords(seconds: number): string {
  const hundredths = Math.max(0, Math.floor(seconds * 100 + 1e-6))
  const whole = Math.floor(hundredths / 100)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 60)}:${pad(whole % 60)}.${pad(hundredths % 100)}`
}
