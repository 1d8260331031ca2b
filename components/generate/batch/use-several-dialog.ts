import { useRef, useState, type ComponentType } from 'react'
import { useLocale } from 'next-intl'
import type { Locale } from '@/lib/shared/locale'
import type { SeveralProps } from './several-dialog'

type Loaded = { Dialog: ComponentType<SeveralProps>; words: object }
type Opened = Pick<SeveralProps, 'body' | 'files'>

/** The dialog brings the rules and its own words, so it comes when it is asked for. */
async function load(locale: Locale): Promise<Loaded> {
  const [{ SeveralDialog }, words] = await Promise.all([
    import('./several-dialog'),
    locale === 'zh'
      ? import('@/lib/shared/messages/zh/several.json')
      : import('@/lib/shared/messages/en/several.json'),
  ])
  return { Dialog: SeveralDialog, words: words.default }
}

/** The dialog as it comes. `read`: what it is opened with, as it is by then. */
export function useSeveralDialog(read: () => Opened) {
  const locale = useLocale()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const isLoading = useRef(false)

  const open = async () => {
    if (isLoading.current) return
    isLoading.current = true
    setFailed(false)
    try {
      setLoaded(loaded ?? (await load(locale)))
      setOpened(read())
    } catch {
      setFailed(true)
    }
    isLoading.current = false
  }
  return { loaded, opened, hasFailed, open, close: () => setOpened(null) }
}
