import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { useIsApple } from '@/lib/client/browser-facts'
import { shortcutHint, spokenShortcut } from '@/lib/client/shortcuts/key-signs'
import { Button } from '../ui/button'
import { ErrorText } from '../ui/error-text'
import { TEXT_BUTTON } from '../ui/text-button'
import { CostNote } from './batch/cost-note'
import { SeveralButton, type MoreFiles } from './batch/several-button'
import { toBody } from './form-body'
import type { FormValues } from './form-values'
import type { StudioFacts } from './studio-facts'
import type { Generating } from './use-generate'
import { usePictureUrl } from './use-picture-url'
import { useSettings } from './use-settings'

/** Always in view: what happens next, and what it is likely to cost. */
export function GenerateFoot(props: {
  generate: Generating
  isUploading: boolean
  more: MoreFiles
  studio: StudioFacts
}) {
  const t = useTranslations('generate')
  const upload = useTranslations('picture')
  const { generate, isUploading, more, studio } = props
  const { phase, trouble, isAccepted } = generate
  const isApple = useIsApple()
  const { getValues } = useFormContext<FormValues>()
  const { verdict } = useSettings(studio.rules)
  const pictureUrl = usePictureUrl(verdict.mode)
  const label = isUploading
    ? upload('uploading')
    : { idle: t('button'), sending: t('sending'), started: t('started') }[phase]
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] xl:sticky xl:-bottom-px">
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
        <div className="text-meta text-soft tabular-nums">
          {/* What a clip costs does not depend on its words: nothing here changes while they are written. */}
          <CostNote
            id="estimate"
            body={{ model: verdict.model.id, prompt: '', ...verdict.params }}
            prices={studio.prices}
          />
          {studio.isSimulator && <p className="text-faint max-sm:sr-only">{t('simulated')}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <SeveralButton
            readBody={() => toBody(getValues(), studio.rules)}
            pictureUrl={pictureUrl}
            rules={studio.rules}
            prices={studio.prices}
            uploadMaxBytes={studio.uploadMaxBytes}
            isSimulator={studio.isSimulator}
            disabled={isUploading}
            more={more}
          />
          <Button
            type="submit"
            look="primary"
            disabled={phase !== 'idle' || isUploading}
            aria-describedby="estimate"
            aria-keyshortcuts={spokenShortcut('create.generate', isApple)}
            className="h-10 flex-1 text-prompt"
          >
            {label}
            {phase === 'idle' && !isUploading && (
              <kbd aria-hidden className="hidden text-meta font-normal opacity-75 sm:inline">
                {shortcutHint('create.generate', isApple)}
              </kbd>
            )}
          </Button>
        </div>
      </div>
    </div>
  )
}
