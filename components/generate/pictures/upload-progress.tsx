import { useTranslations } from 'next-intl'
import type { BringInStage } from '@/lib/client/pictures/bring-in-options'
import { useStageSentence } from './stage-sentence'

/** Over the foot of the picture that is on its way: how far it is, and the way back. */
export function UploadProgress(props: { stage: BringInStage; onCancel: () => void }) {
  const { stage, onCancel } = props
  const t = useTranslations('pictures')
  const sentence = useStageSentence()
  const said = sentence(stage)
  return (
    <div className="absolute inset-x-0 bottom-0 rounded-b-card bg-veil px-2.5 pb-2 text-on-night">
      <div className="flex items-center gap-2 text-meta">
        <span className="min-w-0 flex-1 truncate tabular-nums">{said}</span>
        <button
          type="button"
          onClick={onCancel}
          className="-mr-1 min-h-8 shrink-0 rounded-inner px-1.5 text-on-night-soft underline-offset-2 hover:text-on-night hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          {t('cancel')}
        </button>
      </div>
      <progress
        aria-label={said}
        max={1}
        value={stage.kind === 'sending' ? stage.share : undefined}
        className="picture-progress block h-1 w-full"
      />
    </div>
  )
}
