import { useTranslations } from 'next-intl'
import { clear, useSelection } from '@/lib/client/gallery/selection'
import { useChange } from '@/lib/client/keeping-mutations'
import type { ChangeAction, Selection } from '@/lib/shared/gallery/change'
import { useTellChange } from '../../keeping/use-tell-change'
import { useSayError } from '../../keeping/use-say-error'

/** What takes clips out of what is being looked at: nothing is selected after it. */
const ENDING: readonly ChangeAction['kind'][] = ['delete', 'restore', 'purge', 'retry', 'uncollect']

/** Does it to what is selected, or to what is given, and says so with the way back. `key`: of a paid one. */
export function useDoChange(given?: Selection) {
  const selected = useSelection().selection
  const selection = given ?? selected
  const t = useTranslations('selecting')
  const change = useChange()
  const tell = useTellChange()
  const sayError = useSayError()
  const act = async (action: ChangeAction, key?: string): Promise<boolean> => {
    if (!selection) return false
    try {
      const done = await change.mutateAsync({ action, selection, key })
      if (ENDING.includes(action.kind)) clear()
      if (done.state !== 'running') tell(done)
      return true
    } catch (error) {
      if (error instanceof Error) sayError(error)
      return false
    }
  }
  return { act, isPending: change.isPending, workingWord: t('working') }
}
