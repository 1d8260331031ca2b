import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useResolveMany, type ManyOutcome } from '@/lib/client/resolve-many'
import type { Decision, Resolution } from '@/lib/client/task-mutations'
import { addToast } from '@/lib/client/toasts'
import type { AttentionItem } from '@/lib/shared/attention'
import { useJoinSentences } from '../shell/join-sentences'
import { useErrorSentence } from '../shell/error-sentence'
import { useMoney } from '../task/use-money'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { sumEstimates, type NeedyGroup } from './group-items'

type Way = 'resend' | 'ask' | 'dismiss'
const WAYS: Record<NeedyGroup['kind'], readonly Way[]> = {
  unconfirmed: ['resend', 'dismiss'],
  lost: ['ask', 'dismiss'],
}
const SAID = { resend: 'resent', ask: 'attached', dismiss: 'dismissed' } as const

/** Chooses all of a section, and decides on what is chosen: asked once for all, done for each only as it was seen. */
export function ManyBar(props: {
  kind: NeedyGroup['kind']
  count: number
  selected: readonly AttentionItem[]
  onSelectAll: (isOn: boolean) => void
}) {
  const t = useTranslations('attention')
  const { kind, count, selected, onSelectAll } = props
  const [asked, setAsked] = useState<Way | null>(null)
  const many = useResolveMany()
  const say = useOutcome()
  const decisions = asked ? selected.flatMap((item) => decisionOn(item, asked)) : []
  const handleYes = (way: Way) =>
    many.mutate(decisions, {
      onSuccess: (outcome) => {
        say(way, outcome)
        setAsked(null)
        onSelectAll(false)
      },
    })
  return (
    <div
      role="group"
      aria-label={t('many')}
      className="flex flex-col gap-3 rounded-card border border-line px-3 py-2 sm:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Checkbox
          checked={selected.length === count}
          isMixed={selected.length > 0 && selected.length < count}
          disabled={many.isPending}
          onChange={() => onSelectAll(selected.length < count)}
        >
          {selected.length > 0
            ? t('selected', { count: selected.length })
            : t('selectAll', { count })}
        </Checkbox>
        {selected.length > 0 && asked === null && (
          <div className="ml-auto flex flex-wrap gap-2">
            {WAYS[kind].map((way) => (
              <Button key={way} onClick={() => setAsked(way)}>
                {t(`${way}Many`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {asked && decisions.length > 0 && (
        <Sure
          way={asked}
          count={decisions.length}
          selected={selected}
          progress={many.isPending ? many.settled : null}
          onYes={() => handleYes(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </div>
  )
}

function Sure(props: {
  way: Way
  count: number
  selected: readonly AttentionItem[]
  /** How many are decided so far, while it lasts. */
  progress: number | null
  onYes: () => void
  onNo: () => void
}) {
  const t = useTranslations('attention')
  const { money } = useMoney()
  const { way, count, selected, progress, onYes, onNo } = props
  const sums = sumEstimates(selected).map(money).join(' + ') || 'none'
  const question = t(`${way}Sure`, { count })
  return (
    <div
      role="group"
      aria-label={question}
      className="flex flex-col gap-2 border-t border-line pt-3 pb-1"
    >
      <p>
        <strong className="font-semibold">{question}</strong>{' '}
        {way === 'resend' ? t('resendText', { money: sums }) : t(`${way}Text`)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          look={way === 'ask' ? 'primary' : 'danger'}
          className="h-auto! min-h-9 shrink! py-1.5 whitespace-normal! pointer-coarse:min-h-11"
          autoFocus
          disabled={progress !== null}
          onClick={onYes}
        >
          {progress === null ? t(`${way}Yes`, { count }) : t('working', { done: progress, count })}
        </Button>
        <Button look="quiet" disabled={progress !== null} onClick={onNo}>
          {t('notNow')}
        </Button>
      </div>
    </div>
  )
}

/** A lost result without the gateway's id cannot be asked for. */
function decisionOn({ task }: AttentionItem, way: Way): Decision[] {
  const { id, attempt, taskId } = task
  const decide = (resolution: Resolution) => [{ id, attempt, resolution }]
  if (way !== 'ask') return decide({ action: way })
  return taskId ? decide({ action: 'attach', taskId }) : []
}

/** What became of them, in one breath. */
function useOutcome(): (way: Way, outcome: ManyOutcome) => void {
  const t = useTranslations('resolve')
  const sentence = useErrorSentence()
  const join = useJoinSentences()
  return (way, { done, already, unable, error }) => {
    const said = [
      done > 0 && t(SAID[way], { count: done }),
      already > 0 && t('already', { count: already }),
      error && t('unable', { count: unable, reason: sentence(error) }),
    ]
    addToast({
      text: join(...said.filter((words) => typeof words === 'string')),
      isFinal: done > 0,
    })
  }
}
