import { cache } from 'react'
import { latestEvent } from '@/lib/server/tasks/latest-event'

/**
 * The youngest event, once a request and before any clip is read: what the page comes with knows of it and of all before. Null: the
 * page asks by itself.
 */
export const seenEvent = cache(() => latestEvent().catch(() => null))
