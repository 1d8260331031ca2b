import { useTranslations } from 'next-intl'
import { ApiError } from '@/lib/client/api'

/** What a person is told about an error that a request ended in: the server's sentence, or the page's own where there is none. */
export function useErrorSentence(): (error: Error) => string {
  const t = useTranslations('trouble')
  return (error) => {
    if (!(error instanceof ApiError)) return t('noConnection')
    return error.sentence ?? t('unreadable')
  }
}
