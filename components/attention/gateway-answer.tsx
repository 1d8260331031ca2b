import { useTranslations } from 'next-intl'
import type { AttentionItem } from '@/lib/shared/attention'
import { LocalTime } from '../player/local-time'
import { Disclosure } from '../ui/disclosure'

/** What the gateway said, word for word: whoever looks in its console may need it. */
export function GatewayAnswer({ answer }: Pick<AttentionItem, 'answer'>) {
  const t = useTranslations('attention')
  if (!answer) return <p className="text-meta text-soft">{t('answerNone')}</p>
  const { httpStatus, requestId, body, at } = answer
  return (
    <Disclosure title={t('answer')}>
      <div className="flex flex-col gap-2 pb-3 text-meta">
        <p className="text-soft">
          {t.rich('answerSummary', {
            status: httpStatus === null ? 'none' : String(httpStatus),
            time: () => <LocalTime iso={at} />,
          })}
        </p>
        {requestId && <p className="text-soft">{t('answerRequest', { requestId })}</p>}
        <pre
          // A scrolling place must be reached by keyboard.
          tabIndex={0}
          role="region"
          aria-label={t('answer')}
          className="max-h-60 overflow-auto rounded-inner border border-line bg-ground p-3 whitespace-pre-wrap wrap-anywhere"
        >
          <code>{body || t('answerEmpty')}</code>
        </pre>
      </div>
    </Disclosure>
  )
}
