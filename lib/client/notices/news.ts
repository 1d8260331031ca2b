import type { TaskEvent } from '@/lib/shared/wire'

/** What the event stream brings, for those who tell a person of it. */
export type News = {
  event: TaskEvent
  /** It was in flight, and now is not. */
  isEnd: boolean
  /** How many still are. */
  inFlight: number
  /** This tab is the one of its browser that tells: the others hear the same. */
  isTeller: boolean
}

const listeners = new Set<(news: News) => void>()

export function tellNews(news: News): void {
  for (const listener of listeners) listener(news)
}

export function onNews(listener: (news: News) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
