/** What is on its way already when the first refusal arrives. */
const IN_THE_AIR_MS = 250

/**
 * Of the calls of one kind, in order: those that came before the window was over which an earlier refusal opened. What was
 * on its way when the first refusal came is nobody's fault.
 */
export function tooEarly(
  calls: readonly { at: number; isRefused: boolean }[],
  windowMs: number,
): number {
  const [first] = calls.filter(({ isRefused }) => isRefused)
  if (!first) return 0
  const later = calls.filter(({ at }) => at > first.at + IN_THE_AIR_MS)
  const refusals = calls.filter(({ isRefused }) => isRefused)
  return later.filter((call) => refusals.some(({ at }) => at < call.at && call.at < at + windowMs))
    .length
}
