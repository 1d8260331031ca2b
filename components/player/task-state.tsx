import Ban from 'lucide-react/icons/ban'
import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import Clapperboard from 'lucide-react/icons/clapperboard'
import Download from 'lucide-react/icons/download'
import Hourglass from 'lucide-react/icons/hourglass'
import Send from 'lucide-react/icons/send'
import { useTranslations } from 'next-intl'
import type { TaskStatus } from '@/lib/shared/task-states'

const ICONS = {
  queued: Hourglass,
  submitting: Send,
  running: Clapperboard,
  archiving: Download,
  succeeded: Check,
  failed: CircleAlert,
  unconfirmed: CircleQuestionMark,
  canceled: Ban,
} satisfies Record<TaskStatus, unknown>

const TONES = {
  queued: 'soft',
  submitting: 'running',
  running: 'running',
  archiving: 'running',
  succeeded: 'soft',
  failed: 'failed',
  unconfirmed: 'needs',
  canceled: 'soft',
} as const satisfies Record<TaskStatus, string>

/** On the page's own ground, and on the night over a picture. */
const COLOURS = {
  page: { soft: 'text-soft', running: 'text-running', failed: 'text-failed', needs: 'text-needs' },
  picture: {
    soft: 'text-on-night-soft',
    running: 'text-on-night-running',
    failed: 'text-on-night-failed',
    needs: 'text-on-night-needs',
  },
}

/** A state is always a word with an icon; the colour only helps. */
export function TaskState({
  status,
  on = 'page',
}: {
  status: TaskStatus
  on?: keyof typeof COLOURS
}) {
  const t = useTranslations('states')
  const Icon = ICONS[status]
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${COLOURS[on][TONES[status]]}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(status)}
    </span>
  )
}
