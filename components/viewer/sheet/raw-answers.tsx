import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { familyQueries } from '@/lib/client/family-queries'
import { parseJson } from '@/lib/client/parse-json'
import type { AnswersOnWire } from '@/lib/shared/gateway-answers'
import type { TaskOnWire } from '@/lib/shared/wire'
import { LocalTime } from '../../player/local-time'
import { ActionError } from '../../task/action-error'
import { Disclosure } from '../../ui/disclosure'

/** What the gateway said of the task, as it came: usage and all. Asked for once it is unfolded. */
export function RawAnswers({ task }: { task: TaskOnWire }) {
  const t = useTranslations('viewer')
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery({ ...familyQueries.answers(task.id), enabled: isOpen })
  if (!task.submittedAt && task.attempt === 1) return null
  return (
    <Disclosure title={t('raw')} onToggle={setOpen} className="-mt-3">
      <ActionError error={error} />
      {data?.answers.length === 0 && <p className="text-meta text-soft">{t('rawNone')}</p>}
      {data?.answers.map((answer, index) => (
        <RawAnswer key={index} answer={answer} />
      ))}
    </Disclosure>
  )
}

function RawAnswer({ answer }: { answer: AnswersOnWire['answers'][number] }) {
  const t = useTranslations('viewer')
  const { kind, at, attempt, httpStatus, requestId, body } = answer
  const title = t('rawTitle', {
    kind,
    attempt,
    status: httpStatus === null ? 'none' : String(httpStatus),
  })
  return (
    <section aria-label={title} className="flex flex-col gap-1 pb-3 text-meta">
      <p className="text-soft">
        {title} · <LocalTime iso={at} />
        {requestId && (
          <>
            {' '}
            · <code>{requestId}</code>
          </>
        )}
      </p>
      <pre
        // A scrolling place must be reached by keyboard.
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-inner border border-line bg-ground p-3 whitespace-pre-wrap wrap-anywhere"
      >
        <code>{body ? readable(body) : t('rawEmpty')}</code>
      </pre>
    </section>
  )
}

/** JSON with its lines; everything else as it came. */
function readable(body: string): string {
  const parsed = parseJson(body)
  return typeof parsed === 'object' && parsed !== null ? JSON.stringify(parsed, null, 2) : body
}
