import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { BATCH } from '@/lib/shared/limits'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { LeftOut } from './left-out'
import { useMoney } from '../../task/use-money'
import { useSendBatch } from './use-send-batch'
import type { Several } from './use-several'

/** Milliseconds in which the second click of a double click may still come. */
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
  /** What was asked about is what is sent: anything that changes it takes the question back. */
  const [askedFor, setAskedFor] = useState<typeof bodies | null>(null)
  const isAsking = askedFor === bodies
  const { send, isSending, trouble } = useSendBatch(several.store, onSent)
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
          <Sure
            label={isSending ? t('sending') : t('yes', { count })}
            isSending={isSending}
            onYes={() => void send(bodies)}
            onNo={() => setAskedFor(null)}
          />
        ) : (
          <Button
            look="primary"
            disabled={count === 0 || isTooMany || isSettling}
            onClick={() => setAskedFor(bodies)}
          >
            {t('ask')}
          </Button>
        )}
      </div>
    </div>
  )
}

type SureProps = { label: string; isSending: boolean; onYes: () => void; onNo: () => void }

/** Yes or no, once the second click of a double click on "Make…" can no longer mean either. */
function Sure({ label, isSending, onYes, onNo }: SureProps) {
  const t = useTranslations('several')
  const [isReady, setReady] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), DOUBLE_CLICK_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (isReady) yes.current?.focus()
  }, [isReady])
  const isOff = !isReady || isSending
  return (
    <div className="flex gap-2">
      <Button
        ref={yes}
        look="primary"
        disabled={isOff}
        // A key that is still held down has asked, not answered.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={onYes}
      >
        {label}
      </Button>
      <Button look="quiet" disabled={isOff} onClick={onNo}>
        {t('no')}
      </Button>
    </div>
  )
}
