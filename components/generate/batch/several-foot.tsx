import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/lib/shared/errors'
import { BATCH } from '@/lib/shared/limits'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { useMoney } from './use-money'
import { useSendBatch } from './use-send-batch'
import type { Several } from './use-several'

/** Kinds of refused combinations that are said one by one. */
const REASONS = 3
/** Milliseconds in which the second click of a double click on "Make…" is none on what then stands there. */
const DOUBLE_CLICK_MS = 500

type Props = { several: Several; isSimulator: boolean; onSent: () => void }

/** Always in view: how many, what they are likely to cost, and once more both before they are sent. */
export function SeveralFoot({ several, isSimulator, onSent }: Props) {
  const t = useTranslations('several')
  const { money } = useMoney()
  const { result, isSettling } = several
  const { bodies, estimate } = result
  const count = bodies.length
  const isTooMany = result.isTooLarge || count > BATCH.maxTasks
  const [askedAt, setAskedAt] = useState<number | null>(null)
  /** What was asked about is what is sent: anything that changes it takes the question back. */
  const [askedFor, setAskedFor] = useState(bodies)
  const isAsking = askedAt !== null && askedFor === bodies
  const { send, isSending, trouble } = useSendBatch(several.store, onSent)

  const handleAsk = (at: number) => {
    setAskedAt(at)
    setAskedFor(bodies)
  }
  const handleYes = (at: number) => {
    if (askedAt !== null && at - askedAt > DOUBLE_CLICK_MS) void send(bodies)
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6">
      <LeftOut several={several} />
      {isTooMany && <ErrorText>{t('tooMany', { max: BATCH.maxTasks })}</ErrorText>}
      <ErrorText>{trouble}</ErrorText>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-40 flex-1 tabular-nums">
          {isAsking ? (
            <>
              <strong className="font-semibold">
                {t('sure', { count, credits: estimate.credits, money: money(estimate) })}
              </strong>{' '}
              <span className="text-meta text-soft">
                {isSimulator ? t('sureSimulated') : t('sureText')}
              </span>
            </>
          ) : (
            <>
              <strong className="font-semibold">
                {t('total', { count: result.isTooLarge ? result.total : count })}
              </strong>{' '}
              {count > 0 && (
                <span className="text-meta text-soft">
                  {t('sum', { credits: estimate.credits, money: money(estimate) })}{' '}
                  {result.unpriced > 0 && t('unpriced', { count: result.unpriced })}
                </span>
              )}
            </>
          )}
        </p>
        {isAsking ? (
          <div className="flex gap-2">
            <Button
              look="primary"
              autoFocus
              disabled={isSending}
              // A key that is still held down has asked, not answered.
              onKeyDown={(event) => event.repeat && event.preventDefault()}
              onClick={(event) => handleYes(event.timeStamp)}
            >
              {isSending ? t('sending') : t('yes', { count })}
            </Button>
            <Button look="quiet" disabled={isSending} onClick={() => setAskedAt(null)}>
              {t('no')}
            </Button>
          </div>
        ) : (
          <Button
            look="primary"
            disabled={count === 0 || isTooMany || isSettling}
            onClick={(event) => handleAsk(event.timeStamp)}
          >
            {t('ask')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What the catalogue does not take, and why. */
function LeftOut({ several: { result } }: { several: Several }) {
  const t = useTranslations('several')
  const reason = useReason()
  const { leftOut, total } = result
  const others = leftOut.slice(REASONS).reduce((sum, { count }) => sum + count, 0)
  return (
    <ul role="status" className="text-meta text-needs empty:hidden">
      {leftOut.slice(0, REASONS).map(({ problem, count }) => (
        <li key={JSON.stringify(problem)}>
          {t('leftOut', { count, total, reason: reason(problem) })}
        </li>
      ))}
      {others > 0 && <li>{t('more', { count: others })}</li>}
    </ul>
  )
}

function useReason(): (problem: FieldProblem) => string {
  const t = useTranslations('fields')
  return ({ path, code, values }) => {
    if (code === 'required' && path === 'prompt') return t('prompt_required')
    if (code === 'required' && path === 'image') return t('image_required')
    return t(code, values)
  }
}
