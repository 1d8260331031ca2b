import CircleCheck from 'lucide-react/icons/circle-check'
import CircleMinus from 'lucide-react/icons/circle-minus'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import CircleX from 'lucide-react/icons/circle-x'
import { useTranslations } from 'next-intl'
import type { Diagnosis } from '@/lib/shared/diagnosis'

type Finding = Diagnosis['findings'][number]

const LOOKS: Record<Finding['verdict'], { Icon: typeof CircleCheck; tone: string }> = {
  good: { Icon: CircleCheck, tone: 'text-soft' },
  bad: { Icon: CircleX, tone: 'text-failed' },
  unsure: { Icon: CircleQuestionMark, tone: 'text-needs' },
  skipped: { Icon: CircleMinus, tone: 'text-soft' },
}

/** One check: what it is, how it stands, what was found, and what to do about it. */
export function FindingRow({
  finding: { check, verdict, name, says, remedy },
}: {
  finding: Finding
}) {
  const t = useTranslations('studioSettings.checks.verdict')
  const { Icon, tone } = LOOKS[verdict]
  return (
    <li data-check={check} data-verdict={verdict} className="flex gap-3 px-4 py-3">
      <Icon aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${tone}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{name}</span>
          <span className={`text-meta ${tone}`}>{t(verdict)}</span>
        </p>
        <p className="text-soft wrap-anywhere">{says}</p>
        {remedy && <p className="mt-1 wrap-anywhere">{remedy}</p>}
      </div>
    </li>
  )
}
