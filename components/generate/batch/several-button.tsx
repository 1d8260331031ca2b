import { useEffect, useEffectEvent } from 'react'
import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import type { SeveralProps } from './several-dialog'
import { useSeveralDialog } from './use-several-dialog'

/** Pictures that came together with the form's own. */
export type MoreFiles = { files: readonly File[]; onTaken: () => void }

type SeveralButtonProps = Omit<SeveralProps, 'onClose' | 'body' | 'files'> & {
  /** The form's body as it is when the button is pressed. */
  readBody: () => SeveralProps['body']
  disabled?: boolean
  /** They open the dialog by themselves as soon as the button may be pressed. */
  more?: MoreFiles
}

/** Opens the dialog that makes several clips of what the form says. */
export function SeveralButton({ readBody, disabled, more, ...rest }: SeveralButtonProps) {
  const t = useTranslations('batch')
  const locale = useLocale()
  const messages = useMessages()
  const { loaded, opened, hasFailed, open, close } = useSeveralDialog(() => {
    more?.onTaken()
    return { body: readBody(), files: more?.files ?? [] }
  })
  const openByItself = useEffectEvent(() => void open())
  const isAsked = more !== undefined && more.files.length > 0 && !disabled
  useEffect(() => {
    if (isAsked) openByItself()
  }, [isAsked])
  return (
    <>
      <Button disabled={disabled} aria-haspopup="dialog" onClick={() => void open()}>
        {t('several')}
      </Button>
      {hasFailed && <ErrorText className="basis-full">{t('loadFailed')}</ErrorText>}
      {loaded && opened && (
        <NextIntlClientProvider locale={locale} messages={{ ...messages, ...loaded.words }}>
          <loaded.Dialog {...rest} {...opened} onClose={close} />
        </NextIntlClientProvider>
      )}
    </>
  )
}
