import '@/lib/client/zod-setup'
import { useRef } from 'react'
import { createPortal } from 'react-dom'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import type { PriceTable } from '@/lib/shared/pricing'
import type { TaskBody } from '@/lib/shared/task-schema'
import { IconButton } from '../../ui/icon-button'
import { useModal } from '../../ui/modal'
import { FieldAxes } from './field-axes'
import { LinesField } from './lines-field'
import { PictureAxis } from './picture-axis'
import { SeveralFoot } from './several-foot'
import { useSeveral } from './use-several'
import { VariationAxis } from './variation-axis'

export type SeveralProps = {
  /** What the form would send, also while it is not complete. */
  body: TaskBody
  /** Of the form's own picture. */
  pictureUrl: string | null
  /** To be brought in beside it. */
  files: readonly File[]
  rules: RuleSet
  prices: PriceTable
  uploadMaxBytes: number
  isSimulator: boolean
  /** The batch is accepted. */
  onDone?: () => void
  onClose: () => void
}

/** Several clips of one form: variations and a grid, priced before they are sent as one batch. */
export function SeveralDialog(props: SeveralProps) {
  const t = useTranslations('several')
  const { body, rules, prices } = props
  const several = useSeveral({ base: body, rules, prices })
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, props.onClose)
  // Beside the form in the page, not in it: nothing that is pressed here sends the form.
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby="several-title"
      className="m-auto max-h-[min(52rem,92dvh)] w-2xl max-w-[96vw] flex-col rounded-card border border-line bg-ground text-text backdrop:bg-veil open:flex max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-screen max-sm:max-w-none max-sm:rounded-none max-sm:border-0"
    >
      <div className="flex items-start gap-4 px-4 pt-4 sm:px-6">
        <div className="min-w-0 flex-1">
          <h2
            data-first
            id="several-title"
            tabIndex={-1}
            className="text-title font-semibold outline-none"
          >
            {t('title')}
          </h2>
          <p className="text-meta text-soft">{t('text')}</p>
        </div>
        <IconButton label={t('close')} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4 sm:px-6">
        <VariationAxis several={several} seed={body.seed} />
        {!body.headtailImages && !body.characterImages && (
          <PictureAxis
            several={several}
            own={body.image?.imageId}
            ownUrl={props.pictureUrl}
            files={props.files}
            uploadMaxBytes={props.uploadMaxBytes}
          />
        )}
        <LinesField
          name="prompts"
          value={several.choices.prompts}
          onChange={(prompts) => several.change(() => ({ prompts }))}
        />
        <FieldAxes several={several} />
      </div>
      <SeveralFoot
        several={several}
        isSimulator={props.isSimulator}
        onSent={() => {
          props.onDone?.()
          dialog.current?.close()
        }}
      />
    </dialog>,
    document.body,
  )
}
