import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'next-intl'
import { isLookedAt, openSeenChannel } from '@/lib/client/notices/attention-of-tabs'
import { playChime } from '@/lib/client/notices/chime'
import { claimNotice } from '@/lib/client/notices/claim-notice'
import { onNews } from '@/lib/client/notices/news'
import { readNotices } from '@/lib/client/notices/notice-preferences'
import { showNotice } from '@/lib/client/notices/show-notice'
import { createTeller, type Notice } from '@/lib/client/notices/tell'
import { fetchTask } from '@/lib/client/task-queries'

/** By a notice of the browser and by a sound, each where it is switched on. */
export function useTellNotices(): void {
  const t = useTranslations('notices')
  const show = useEffectEvent(({ endings, task }: Notice) => {
    if (!readNotices().browser) return
    const { done, failed, needs } = endings
    const single = done ? t('doneOne') : failed ? t('failedOne') : t('needsOne')
    const isOne = done + failed + needs === 1
    showNotice({
      title: isOne ? single : t('many', endings).trim(),
      body: task?.prompt,
      picture: task?.inputs[0]?.url,
      path: needs > 0 ? '/attention' : isOne && task ? `/tasks/${task.id}` : '/gallery',
    })
  })
  useEffect(() => {
    const seen = openSeenChannel()
    const teller = createTeller({
      isSeen: seen.isSeen,
      claim: claimNotice,
      fetchTask,
      show,
      play: (ending) => {
        if (readNotices().sound) playChime(ending === 'done' ? 'done' : 'needs')
      },
    })
    const stop = onNews(({ event, isEnd, isTeller }) => {
      if (isEnd && isTeller) teller.hear(event.id, event.status)
    })
    const handleLook = () => {
      if (isLookedAt()) teller.forget()
    }
    window.addEventListener('focus', handleLook)
    document.addEventListener('visibilitychange', handleLook)
    return () => {
      stop()
      teller.end()
      seen.close()
      window.removeEventListener('focus', handleLook)
      document.removeEventListener('visibilitychange', handleLook)
    }
  }, [])
}
