import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { IconButton } from '../ui/icon-button'
import { DropCurtain } from './drop-curtain'
import type { FormPicture, FormValues } from './form-values'
import { ClipSize } from './pictures/clip-size'
import { PictureSlot } from './pictures/picture-slot'
import type { StudioFacts } from './studio-facts'
import { useReportUpload } from './uploads'
import { useFieldError } from './use-field-error'
import { usePageDrop } from './use-page-drop'
import { usePicture } from './use-picture'
import { useChange } from './use-settings'

/** The first and the last picture of the clip, side by side; what is dropped goes to the first that is empty. */
export function FramesField({ studio }: { studio: StudioFacts }) {
  const t = useTranslations('form')
  const { control } = useFormContext<FormValues>()
  const [head, tail, resolution] = useWatch({ control, name: ['head', 'tail', 'resolution'] })
  const change = useChange()
  const first = useFrame('head', studio)
  const last = useFrame('tail', studio)
  const empty = head && !tail ? last : first
  const isOver = usePageDrop({
    onAddress: (url) => void empty.intake.take({ kind: 'address', url }),
    onFiles: (files) => {
      // Each frame says of what it is given beyond one picture that it was left.
      const here = empty === first ? 1 : files.length
      empty.intake.takeFiles(files.slice(0, here))
      last.intake.takeFiles(files.slice(here))
    },
  })
  return (
    <div className="relative grid grid-cols-2 gap-2">
      <PictureSlot id="head" label={t('head')} value={head} look="half" {...first}>
        <ClipSize picture={head} resolution={resolution} />
      </PictureSlot>
      <PictureSlot id="tail" label={t('tail')} value={tail} look="half" {...last} />
      {(head ?? tail) && (
        <IconButton
          label={t('swap')}
          onClick={() => change({ head: tail, tail: head })}
          className="absolute top-22 left-1/2 -translate-1/2 rounded-full border border-line bg-ground"
        >
          <ArrowLeftRight aria-hidden className="size-4" />
        </IconButton>
      )}
      {isOver && <DropCurtain />}
    </div>
  )
}

function useFrame(name: 'head' | 'tail', studio: StudioFacts) {
  const change = useChange()
  const error = useFieldError(name)
  const put = (picture: FormPicture | null) =>
    change(name === 'head' ? { head: picture } : { tail: picture })
  const intake = usePicture({ uploadMaxBytes: studio.uploadMaxBytes, onPicture: put })
  useReportUpload(intake.isUploading)
  const onChange = (picture: FormPicture | null) => {
    put(picture)
    intake.clear()
  }
  return { intake, error, onChange }
}
