import { useEffect, useState, type ComponentType } from 'react'
import { useTranslations } from 'next-intl'
import { ErrorText } from '../ui/error-text'
import { TextButton } from '../ui/text-button'

/**
 * A part of the form that comes when it is used. Where it cannot be had, a sentence and another try stand in its place: a page
 * with a half-written prompt must not fall to the error page for it.
 */
export function LatePart<P extends object>(props: {
  load: () => Promise<ComponentType<P>>
  with: P
  className?: string
}) {
  const t = useTranslations()
  const { load } = props
  const [part, setPart] = useState<{ Part: ComponentType<P> } | 'failed' | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isHere = true
    load().then(
      (Part) => isHere && setPart({ Part }),
      () => isHere && setPart('failed'),
    )
    return () => {
      isHere = false
    }
  }, [load, tries])
  if (part === 'failed') {
    return (
      <ErrorText>
        {t('form.partFailed')}{' '}
        <TextButton onClick={() => setTries(tries + 1)}>{t('trouble.retry')}</TextButton>
      </ErrorText>
    )
  }
  if (!part) return <p className={`text-meta text-soft ${props.className}`}>{t('form.loading')}</p>
  return <part.Part {...props.with} />
}
