import { lastEventId } from './store/events'

/** The number of the youngest event: what is read after it was asked for knows of all up to it. */
export function latestEvent(): Promise<number> {
  return lastEventId()
}
