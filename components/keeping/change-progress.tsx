import { useEffect, useEffectEvent, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { afterChange, useStopChange } from '@/lib/client/keeping-mutations'
import type { RunningChanges } from '@/lib/client/keeping/running-changes'
import type { ChangeOnWire } from '@/lib/shared/gallery/change'
import { Button } from '../ui/button'
import { readKind } from './change-kind'
import { useSayError } from './use-say-error'
import { useTellChange } from './use-tell-change'

/** How far the changes have come that run, each with a way to stop it; what has ended is said once, with the way back. */
export function ChangeProgress({ running, ended }: RunningChanges) {
  useTellEnds(ended)
  if (running.length === 0) return null
  return (
    <div className="fixed right-4 bottom-20 z-40 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2">
      {running.map((change) => (
        <Progress key={change.id} change={change} />
      ))}
    </div>
  )
}

function Progress({ change }: { change: ChangeOnWire }) {
  const t = useTranslations('selecting')
  const stop = useStopChange()
  const sayError = useSayError()
  const { id, total, undoes } = change
  const done = change.done + change.skipped
  const what = undoes ? t('undoing') : t(`doing.${readKind(change.kind)}`)
  const handleStop = () => stop.mutate(id, { onError: sayError })
  return (
    <section
      aria-label={what}
      className="flex animate-arrive flex-col gap-2 rounded-card border border-line-strong bg-raised p-3"
    >
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          {what}
          <span className="block text-meta text-soft tabular-nums">
            {t('progress', { done, total })}
          </span>
        </p>
        <Button disabled={stop.isPending} onClick={handleStop}>
          {stop.isPending ? t('stopping') : t('stop')}
        </Button>
      </div>
      <progress aria-label={what} value={done} max={total} className="change-progress h-1 w-full" />
    </section>
  )
}

/** Each is said once, and what shows clips is asked for again. */
function useTellEnds(ended: readonly ChangeOnWire[]): void {
  const client = useQueryClient()
  const told = useRef(new Set<string>())
  const tell = useTellChange()
  const tellNew = useEffectEvent(() => {
    const news = ended.filter(({ id }) => !told.current.has(id))
    for (const change of news) {
      told.current.add(change.id)
      tell(change)
      void afterChange(client, change, null)
    }
  })
  useEffect(() => tellNew(), [ended.length])
}
