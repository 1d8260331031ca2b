/** The next one takes the place of the last: there is never more than one. */
const TAG = 'studio'
const BODY_CHARACTERS = 140

/** Whether this browser shows notices from this address, and if not, why. */
export type NoticePermission = 'granted' | 'denied' | 'default' | 'insecure' | 'missing'

export function noticePermission(): NoticePermission {
  if (!window.isSecureContext) return 'insecure'
  return 'Notification' in window ? Notification.permission : 'missing'
}

/** Asks the person; only on a click on what it is for. */
export async function askForNotices(): Promise<NoticePermission> {
  const permission = noticePermission()
  return permission === 'default' ? Notification.requestPermission() : permission
}

/** A click on it leads to `path`. Nothing where notices are not allowed any more. */
export function showNotice(options: {
  title: string
  body?: string
  picture?: string
  path: string
}): void {
  if (noticePermission() !== 'granted') return
  const { title, body = '', picture, path } = options
  try {
    const notice = new Notification(title, {
      tag: TAG,
      body: [...body].slice(0, BODY_CHARACTERS).join(''),
      ...(picture && { icon: picture }),
    })
    notice.onclick = () => {
      window.focus()
      notice.close()
      window.location.assign(path)
    }
  } catch {
    // Phones take notices from service workers alone.
  }
}
