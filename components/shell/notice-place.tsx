'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { isNoticeWanted } from '@/lib/client/notices/notice-preferences'
import { taskQueries } from '@/lib/client/task-queries'
import { useLate } from '@/lib/client/use-late'

const loadNotices = () => import('./notices')

/** What tells a person that a clip is done comes once there is one to wait for, and stays for its end. */
export function NoticePlace() {
  const { data: queue } = useQuery(taskQueries.queue())
  const isMoving = queue !== undefined && queue.queued + queue.running > 0
  const [wasMoving, setWasMoving] = useState(false)
  if (isMoving && !wasMoving) setWasMoving(true)
  const late = useLate(loadNotices, wasMoving && typeof window !== 'undefined' && isNoticeWanted())
  return late && <late.Notices />
}
