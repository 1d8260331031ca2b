import { useSyncExternalStore } from 'react'
import { noticePermission, type NoticePermission } from './show-notice'

/** As it stands when the page is alive; the server assumes the best. */
export function useNoticePermission(): NoticePermission {
  return useSyncExternalStore(subscribe, noticePermission, () => 'default')
}

/** It changes in the browser's own settings, from which a person comes back to the page. */
function subscribe(onChange: () => void): () => void {
  window.addEventListener('focus', onChange)
  return () => window.removeEventListener('focus', onChange)
}
