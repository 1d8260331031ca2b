import { useRef, useState, type ComponentType } from 'react'
import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import type { Locale } from '@/lib/shared/locale'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import type { SeveralProps } from './several-dialog'

type Loaded = { Dialog: ComponentType<SeveralProps>; words: object }

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

type SeveralButtonProps = Omit<SeveralProps, 'onClose' | 'body'> & {
  /** The form's body as it is when the button is pressed. */
  readBody: () => SeveralProps['body']
  disabled?: boolean
}

/** Opens the dialog that makes several clips of what the form says. */
export function SeveralButton({ readBody, disabled, ...rest }: SeveralButtonProps) {
  const t = useTranslations('batch')
  const locale = useLocale()
  const messages = useMessages()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [body, setBody] = useState<SeveralProps['body'] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const isLoading = useRef(false)

  const handleOpen = async () => {
    if (isLoading.current) return
    isLoading.current = true
    setFailed(false)
    try {
      setLoaded(loaded ?? (await load(locale)))
      setBody(readBody())
    } catch {
      setFailed(true)
    }
    isLoading.current = false
  }
  return (
    <>
      <Button disabled={disabled} aria-haspopup="dialog" onClick={() => void handleOpen()}>
        {t('several')}
      </Button>
      {hasFailed && <ErrorText className="basis-full">{t('loadFailed')}</ErrorText>}
      {loaded && body && (
        <NextIntlClientProvider locale={locale} messages={{ ...messages, ...loaded.words }}>
          <loaded.Dialog {...rest} body={body} onClose={() => setBody(null)} />
        </NextIntlClientProvider>
      )}
    </>
  )
}
