import ChevronUp from 'lucide-react/icons/chevron-up'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DEFAULTS } from '@/lib/shared/models/catalogue'
import { explainBody, type Cost, type PriceTable } from '@/lib/shared/pricing'
import type { TaskBody } from '@/lib/shared/task-schema'
import { TEXT_BUTTON } from '../../ui/text-button'
import { useMoney } from '../../task/use-money'

type CostNoteProps = {
  /** Of the sentence, for what it describes. */
  id: string
  body: TaskBody
  prices: PriceTable
  className?: string
}

/** What the clip is likely to cost, and on demand what makes it up. */
export function CostNote({ id, body, prices, className = '' }: CostNoteProps) {
  const t = useTranslations('generate')
  const { money } = useMoney()
  const cost = explainBody(body, prices)
  if (!cost) {
    return (
      <p id={id} className={className}>
        {t('noEstimate')}
      </p>
    )
  }
  return (
    <details className={`group ${className}`}>
      <summary className="-mx-1.5 inline-flex min-h-6 list-none items-center gap-1 rounded-inner px-1.5 transition-colors hover:text-text pointer-coarse:min-h-11">
        <span id={id}>
          {t('estimate', { credits: cost.estimate.credits, usd: money(cost.estimate) })}
        </span>
        <ChevronUp
          aria-hidden
          className="size-3.5 shrink-0 transition-transform group-open:rotate-180"
        />
      </summary>
      <CostParts cost={cost} body={body} prices={prices} />
    </details>
  )
}

function CostParts(props: { cost: Cost; body: TaskBody; prices: PriceTable }) {
  const t = useTranslations('cost')
  const { unitPrice } = useMoney()
  const { cost, body, prices } = props
  const { resolution = DEFAULTS.resolution, duration = DEFAULTS.duration } = body
  const names = {
    base: t('base', { resolution, seconds: duration }),
    fast: t('fast', { factor: prices.fastFactor }),
    soundEffect: t('soundEffect'),
    audio: t('audio'),
    multiClip: t('multiClip'),
  }
  return (
    <div className="border-b border-line pt-1 pb-2">
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 tabular-nums">
        {cost.parts.map(({ kind, credits }) => (
          <div key={kind} className="col-span-2 grid grid-cols-subgrid">
            <dt>{names[kind]}</dt>
            <dd className="text-right">
              {kind === 'base' ? t('credits', { credits }) : t('more', { credits })}
            </dd>
          </div>
        ))}
        <div className="col-span-2 grid grid-cols-subgrid">
          <dt>{t('creditPrice')}</dt>
          <dd className="text-right">{unitPrice(prices.creditPrice, prices.currency)}</dd>
        </div>
      </dl>
      <p className="flex flex-wrap items-center gap-x-3">
        {t('note')}
        <Link href="/settings#prices" className={TEXT_BUTTON}>
          {t('change')}
        </Link>
      </p>
    </div>
  )
}
