'use client'

import { useState, type ComponentType } from 'react'
import { NextIntlClientProvider, useLocale } from 'next-intl'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import type { Locale } from '@/lib/shared/locale'

type Loaded = { Dialog: ComponentType<{ onClose: () => void }>; words: object }

/** Where `?` shows the keys. They come, with their words, when they are asked for. */
export function KeysPlace() {
  const locale = useLocale()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [isOpen, setOpen] = useState(false)
  useShortcut('everywhere.keys', () => {
    setOpen(true)
    if (loaded) return
    // Without a connection nothing opens; the next press asks again.
    load(locale).then(setLoaded, () => setOpen(false))
  })
  if (!isOpen || !loaded) return null
  return (
    <NextIntlClientProvider locale={locale} messages={loaded.words}>
      <loaded.Dialog onClose={() => setOpen(false)} />
    </NextIntlClientProvider>
  )
}

async function load(locale: Locale): Promise<Loaded> {
  const [{ KeysDialog }, words] = await Promise.all([
    import('./keys-dialog'),
    locale === 'zh'
      ? import('@/lib/shared/messages/zh/shortcuts.json')
      : import('@/lib/shared/messages/en/shortcuts.json'),
  ])
  return { Dialog: KeysDialog, words: words.default }
}
