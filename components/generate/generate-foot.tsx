import { useFormatter, useTranslations } from 'next-intl'
import { useIsApple } from '@/lib/client/browser-facts'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { estimateCost } from '@/lib/shared/pricing'
import { Button } from '../ui/button'
import { ErrorText } from '../ui/error-text'
import { TEXT_BUTTON } from '../ui/text-button'
import type { StudioFacts } from './studio-facts'
import type { Generating } from './use-generate'
import { useSettings } from './use-settings'

/** Always in view: what happens next, and what it is likely to cost. */
export function GenerateFoot(props: {
  generate: Generating
  isUploading: boolean
  studio: StudioFacts
}) {
  const t = useTranslations('generate')
  const upload = useTranslations('picture')
  const { generate, isUploading } = props
  const { phase, trouble, isAccepted } = generate
  const isApple = useIsApple()
  const label = isUploading
    ? upload('uploading')
    : { idle: t('button'), sending: t('sending'), started: t('started') }[phase]
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] xl:sticky">
      <div className="mx-auto flex w-full max-w-xl flex-col gap-2 px-4 py-3 sm:px-6 xl:max-w-none">
        <ErrorText>{trouble}</ErrorText>
        <p
          role="status"
          className="flex items-center gap-3 text-meta text-soft empty:hidden xl:sr-only"
        >
          {isAccepted && (
            <>
              {t('accepted')}
              <span className="ml-auto xl:hidden">
                <a href="#results" className={TEXT_BUTTON}>
                  {t('seeClips')}
                </a>
              </span>
            </>
          )}
        </p>
        <div className="flex items-center gap-4">
          <p id="estimate" className="min-w-0 flex-1 text-meta text-soft tabular-nums">
            <Estimate rules={props.studio.rules} />
            {props.studio.isSimulator && <span className="block text-faint">{t('simulated')}</span>}
          </p>
          <Button
            type="submit"
            look="primary"
            disabled={phase !== 'idle' || isUploading}
            aria-describedby="estimate"
            aria-keyshortcuts={isApple ? 'Meta+Enter' : 'Control+Enter'}
            className="h-10 min-w-36 text-prompt"
          >
            {label}
            {phase === 'idle' && !isUploading && (
              <kbd aria-hidden className="hidden text-meta font-normal opacity-75 sm:inline">
                {isApple ? t('shortcutApple') : t('shortcut')}
              </kbd>
            )}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Estimate({ rules }: { rules: RuleSet }) {
  const t = useTranslations('generate')
  const format = useFormatter()
  const { verdict } = useSettings(rules)
  const estimate = estimateCost({ model: verdict.model.id, params: verdict.params })
  if (!estimate) return t('noEstimate')
  const usd = format.number(estimate.usd, { style: 'currency', currency: 'USD' })
  return t('estimate', { credits: estimate.credits, usd })
}
