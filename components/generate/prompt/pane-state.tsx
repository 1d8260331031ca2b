import { useTranslations } from 'next-intl'
import { useErrorSentence } from '../../shell/error-sentence'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'

/** What a list says of itself where it has nothing to show. */
export function PaneState(props: {
  isLoading: boolean
  error: Error | null
  none: string | null
  onRetry: () => void
}) {
  const t = useTranslations('promptLibrary')
  const sentence = useErrorSentence()
  const { isLoading, error, none, onRetry } = props
  if (error) {
    return (
      <div className="flex flex-col items-start gap-3 p-2">
        <ErrorText>
          {t('failed')} {sentence(error)}
        </ErrorText>
        <Button onClick={onRetry}>{t('retry')}</Button>
      </div>
    )
  }
  return (
    <p role="status" className="p-2 text-soft empty:hidden">
      {isLoading ? t('loading') : none}
    </p>
  )
}
