import type { ReactNode } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AttentionItem } from '@/lib/shared/attention'
import { findModel } from '@/lib/shared/models/catalogue'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipPicture } from '../player/clip-picture'
import { LocalTime } from '../player/local-time'
import { ResolveWays } from '../task/resolve-ways'
import { useMoney } from '../task/use-money'
import { Checkbox } from '../ui/checkbox'
import { GatewayAnswer } from './gateway-answer'
import { LostWays } from './lost-ways'

type Selection = { isOn: boolean; toggle: () => void }

/** One task that waits: what it is, what the gateway said, and the ways out. */
export function NeedyCard(props: {
  item: AttentionItem
  /** The reason that the section has told already. */
  saidAbove: string | null
  selection: Selection | null
}) {
  const t = useTranslations('attention')
  const { item, saidAbove, selection } = props
  const { task, answer } = item
  const own = task.error?.message
  return (
    <li
      data-task={task.id}
      data-status={task.status}
      className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 rounded-card border border-line bg-surface p-3 [&_button]:h-auto [&_button]:min-h-9 [&_button]:shrink [&_button]:py-1.5 [&_button]:whitespace-normal pointer-coarse:[&_button]:min-h-11 has-checked:border-line-strong sm:grid-cols-[11rem_minmax(0,1fr)] sm:p-4"
    >
      <Picture task={task} />
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex items-start gap-3">
          <Link
            href={`/tasks/${task.id}`}
            className="line-clamp-3 min-h-7 min-w-0 flex-1 font-medium underline-offset-2 wrap-anywhere hover:underline pointer-coarse:min-h-11"
          >
            {task.prompt}
          </Link>
          {selection && (
            <Checkbox
              aria-label={t('select', { prompt: task.prompt })}
              checked={selection.isOn}
              onChange={selection.toggle}
            />
          )}
        </div>
        <Facts task={task} />
        {own && own !== saidAbove && <p className="text-meta">{own}</p>}
        <GatewayAnswer answer={answer} />
      </div>
      <div className="col-span-2 mt-2 sm:col-span-1 sm:col-start-2">
        {task.status === 'unconfirmed' ? <ResolveWays task={task} /> : <LostWays task={task} />}
      </div>
    </li>
  )
}

function Picture({ task }: { task: TaskOnWire }) {
  const picture = clipPicture(task)
  return (
    <div className="self-start overflow-hidden rounded-inner bg-night sm:row-span-2">
      {picture && (
        <img
          src={picture}
          alt=""
          loading="lazy"
          className="aspect-square w-full object-cover sm:aspect-4/3"
        />
      )}
    </div>
  )
}

function Facts({ task }: { task: TaskOnWire }) {
  const t = useTranslations()
  const { money } = useMoney()
  const { model, params, submittedAt, createdAt, estimate, attempt } = task
  const time = (iso: string) => ({ time: () => <LocalTime iso={iso} /> })
  const facts: ReactNode[] = [
    findModel(model)?.label ?? model,
    t('task.clipSeconds', { seconds: params.duration }),
    params.resolution,
    submittedAt
      ? t.rich('attention.sentAt', time(submittedAt))
      : t.rich('attention.madeAt', time(createdAt)),
    estimate && t('attention.money', { money: money(estimate) }),
    attempt > 1 && t('attention.attempt', { attempt }),
  ]
  return (
    <p className="flex flex-wrap gap-x-3 text-meta text-soft tabular-nums">
      {facts.map((fact, index) => fact && <span key={index}>{fact}</span>)}
    </p>
  )
}
