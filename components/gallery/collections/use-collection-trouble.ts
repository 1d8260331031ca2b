import { ApiError } from '@/lib/client/api'
import { useErrorSentence } from '../../shell/error-sentence'

/** What is wrong with a name, in the server's own words; else the sentence of the trouble. */
export function useCollectionTrouble(error: Error | null): string | null {
  const sentence = useErrorSentence()
  if (error === null) return null
  const field = error instanceof ApiError ? error.fields[0] : undefined
  return field?.message ?? sentence(error)
}
