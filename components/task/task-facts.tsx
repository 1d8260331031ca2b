import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { LocalTime } from '../player/local-time'
import { useSpanSentence } from '../player/span-of-time'
import { ClipFacts } from './clip-facts'
import { FactList } from '../ui/fact-list'
import { InputPictures } from './input-pictures'
import { CopiedValue } from './copied-value'
import { useSettingFacts } from './setting-facts'

/** Everything that is known of a task, quieter than its picture. */
export function TaskFacts({ task }: { task: TaskOnWire }) {
  const t = useTranslations()
  return (
    <>
      <FactList
        title={t('task.settings')}
        facts={useSettingFacts(task).map(([name, value]) => [
          name,
          <CopiedValue key={name} name={name} value={value} />,
        ])}
      />
      <ClipFacts task={task} />
      <FactList title={t('task.times')} facts={useTimeFacts(task)} />
      <FactList title={t('task.cost')} facts={useCostFacts(task)} />
      <InputPictures task={task} />
    </>
  )
}

function useTimeFacts(task: TaskOnWire): [string, ReactNode][] {
  const t = useTranslations('task')
  const span = useSpanSentence()
  const { createdAt, submittedAt, finishedAt } = task
  const facts: [string, ReactNode][] = [[t('created'), <LocalTime key="created" iso={createdAt} />]]
  if (submittedAt) facts.push([t('sent'), <LocalTime key="sent" iso={submittedAt} />])
  if (finishedAt) {
    const took = Date.parse(finishedAt) - Date.parse(submittedAt ?? createdAt)
    facts.push([t('finished'), <LocalTime key="finished" iso={finishedAt} />])
    facts.push([t('took'), span(took)])
  }
  return facts
}

function useCostFacts(task: TaskOnWire): [string, ReactNode][] {
  const t = useTranslations('task')
  const format = useFormatter()
  const facts: [string, ReactNode][] = []
  if (task.estimate) {
    const { credits, amount, currency } = task.estimate
    const money = format.number(amount, { style: 'currency', currency })
    facts.push([t('estimate'), t('estimateValue', { credits, usd: money })])
  }
  // While the gateway is at work it counts nothing yet, and says zero.
  const usage = isActive(task.status) ? {} : (task.usage ?? {})
  for (const [name, amount] of Object.entries(usage)) {
    const known = USAGE_NAMES.find((one) => one === name)
    facts.push([known ? t(`usage.${known}`) : name, format.number(amount)])
  }
  if (task.taskId) {
    const name = t('vendorId')
    facts.push([name, <CopiedValue key="id" name={name} value={task.taskId} />])
  }
  if (task.attempt > 1) facts.push([t('attempt'), format.number(task.attempt)])
  return facts
}

/** What the gateway's page says it counts; others are shown under their own name. */
const USAGE_NAMES = ['images', 'seconds', 'input_tokens', 'output_tokens', 'total_tokens'] as const
