import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, isAlready } from './api'
import { catchUp } from './refresh-tasks'
import { attentionQueries } from './attention-queries'
import { resolveTask, type Decision } from './task-mutations'

/** What became of decisions that were made together. Whoever is not in it still waits. */
export type ManyOutcome = {
  done: number
  /** Decided before, here or elsewhere (409), or gone: nothing was done. */
  already: number
  /** Not done, and why the first of them was not. */
  unable: number
  error: Error | null
}

/** One after the other, each only while its own attempt is current. A studio that does not answer ends it: the rest is not tried. */
export async function resolveMany(
  decisions: readonly Decision[],
  onStep: (settled: number) => void = () => {},
): Promise<ManyOutcome> {
  const outcome: ManyOutcome = { done: 0, already: 0, unable: 0, error: null }
  for (const [index, decision] of decisions.entries()) {
    try {
      await resolveTask(decision)
      outcome.done += 1
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (isAlready(error)) outcome.already += 1
      else {
        outcome.error ??= error
        if (!(error instanceof ApiError)) {
          return { ...outcome, unable: outcome.unable + decisions.length - index }
        }
        outcome.unable += 1
      }
    }
    onStep(index + 1)
  }
  return outcome
}

export function useResolveMany() {
  const client = useQueryClient()
  const [settled, setSettled] = useState(0)
  const mutation = useMutation({
    mutationFn: (decisions: readonly Decision[]) => {
      setSettled(0)
      return resolveMany(decisions, setSettled)
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: attentionQueries.all() })
      catchUp(client).catch(() => {
        // The decisions stand; the list is only late, and the events bring it.
      })
    },
  })
  return { ...mutation, settled }
}
