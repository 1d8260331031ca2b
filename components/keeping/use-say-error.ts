import { addToast } from '@/lib/client/toasts'
import { useErrorSentence } from '../shell/error-sentence'

/** Says what went wrong above the page: for what has no place of its own for it. */
export function useSayError(): (error: Error) => void {
  const sentence = useErrorSentence()
  return (error) => addToast({ text: sentence(error) })
}
