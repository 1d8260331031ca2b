/** A distribution of how long a clip takes, in milliseconds. */
export type Lives = {
  name: string
  what: string
  /** Parts of a mixture: how much of all, the median, the deviation of the logarithm. */
  peaks: readonly { share: number; medianMs: number; sigma: number }[]
}

const one = (sigma: number): Lives['peaks'] => [{ share: 1, medianMs: 100_000, sigma }]

export const LIVES: readonly Lives[] = [
  { name: 'sigma-0.2', what: 'lognormal, σ 0.2', peaks: one(0.2) },
  { name: 'sigma-0.35', what: 'lognormal, σ 0.35', peaks: one(0.35) },
  { name: 'sigma-0.6', what: 'lognormal, σ 0.6', peaks: one(0.6) },
  {
    name: 'two-peaks',
    what: 'two peaks, 50 s and 200 s',
    peaks: [
      { share: 0.6, medianMs: 50_000, sigma: 0.2 },
      { share: 0.4, medianMs: 200_000, sigma: 0.2 },
    ],
  },
]

/** One life, drawn by three numbers from 0 to below 1. */
export function drawLife({ peaks }: Lives, random: () => number): number {
  let left = random()
  const peak = peaks.find(({ share }) => (left -= share) < 0) ?? peaks[0]
  if (!peak) throw new Error('a distribution without a peak')
  const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return peak.medianMs * Math.exp(peak.sigma * bell)
}

/**
 * The least that questions times mean delay can be, in milliseconds, for whoever knows the distribution and asks without end: half
 * the square of the integral of √hazard × survival. Nobody who asks a number of questions reaches it.
 */
export function leastProduct({ peaks }: Lives): number {
  const STEP = 0.001
  let open = 1
  let whole = 0
  for (let log = 5; log < 16; log += STEP) {
    const density = peaks.reduce((sum, { share, medianMs, sigma }) => {
      const z = (log - Math.log(medianMs)) / sigma
      return sum + (share * Math.exp(-0.5 * z * z)) / (sigma * Math.sqrt(2 * Math.PI))
    }, 0)
    const ms = Math.exp(log)
    whole += Math.sqrt(density * ms * Math.max(open - (density * STEP) / 2, 0)) * STEP
    open -= density * STEP
  }
  return (whole * whole) / 2
}
