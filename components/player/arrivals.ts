/** Tasks that somebody has seen at work in this page: their clips arrive, others are simply there. */
const seenAtWork = new Set<string>()

export function noteAtWork(id: string): void {
  seenAtWork.add(id)
}

export function wasSeenAtWork(id: string): boolean {
  return seenAtWork.has(id)
}
