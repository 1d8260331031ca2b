/** How often something may be done: `mayGo` asks, `went` says that it was. */
export type Pace = { mayGo: (now: Date) => boolean; went: () => void }

/** At most so many a second over any longer time; after a rest a fifth of that at once. */
export function createPace(perSecond: number): Pace {
  const most = Math.max(1, perSecond / 5)
  let left = most
  let countedAt = 0
  return {
    mayGo: (now) => {
      left = Math.min(most, left + ((now.getTime() - countedAt) * perSecond) / 1000)
      countedAt = now.getTime()
      return left >= 1
    },
    went: () => {
      left -= 1
    },
  }
}
