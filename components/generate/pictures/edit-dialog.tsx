import { useState } from 'react'
import MirrorIcon from 'lucide-react/icons/carets-to-axis-dashed-vertical'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { useTranslations } from 'next-intl'
import {
  croppedSize,
  cropToRatio,
  mirror,
  turnBy,
  turnedSize,
  UNTOUCHED,
  type Crop,
  type PictureEdit,
} from '@/lib/shared/picture-edit'
import { shapeProblem } from '@/lib/shared/picture-shape'
import { Button } from '../../ui/button'
import { ChoiceGroup } from '../../ui/choice-group'
import { ErrorText } from '../../ui/error-text'
import { IconButton } from '../../ui/icon-button'
import { TextButton } from '../../ui/text-button'
import type { FormPicture } from '../form-values'
import { CropFrame } from './crop-frame'
import { PictureDialog } from './picture-dialog'
import type { SlotDialogProps } from './slot-dialog-props'

/** Width over height; free is none. */
const RATIOS: Record<string, number | undefined> = {
  free: undefined,
  '16:9': 16 / 9,
  '9:16': 9 / 16,
  '1:1': 1,
  '4:3': 4 / 3,
  '3:4': 3 / 4,
}

/** A picture is cut, turned and mirrored; what comes of it is brought in as a new one. */
export function EditDialog({ picture, ...rest }: SlotDialogProps) {
  return picture && <PictureEditor {...rest} picture={picture} />
}

function PictureEditor(props: Omit<SlotDialogProps, 'picture'> & { picture: FormPicture }) {
  const { picture, intake, onClose } = props
  const t = useTranslations()
  const [edit, setEdit] = useState(UNTOUCHED)
  const [ratio, setRatio] = useState('free')
  const left = croppedSize(picture, edit)
  const problem = shapeProblem(left)

  const withRatio = (next: PictureEdit, wanted: string): PictureEdit => {
    const number = RATIOS[wanted]
    return number ? { ...next, crop: cropToRatio(turnedSize(picture, next.turn), number) } : next
  }
  const handleRatio = (wanted: string) => {
    setRatio(wanted)
    setEdit(withRatio(edit, wanted))
  }
  const handleTurn = (quarters: 1 | -1) => setEdit(withRatio(turnBy(edit, quarters), ratio))
  const handleReset = () => {
    setRatio('free')
    setEdit(UNTOUCHED)
  }
  const handleCrop = (crop: Crop) => setEdit({ ...edit, crop })
  return (
    <PictureDialog title={t('pictures.editTitle')} isWide onClose={onClose}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <CropFrame picture={picture} edit={edit} aspect={RATIOS[ratio]} onCrop={handleCrop} />
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3 p-4">
          <div className="w-full max-w-md">
            <ChoiceGroup
              name="crop-ratio"
              legend={t('pictures.ratio')}
              look="chips"
              choices={Object.keys(RATIOS).map((value) => ({
                value,
                content: value === 'free' ? t('pictures.free') : value,
              }))}
              value={ratio}
              onChange={handleRatio}
            />
          </div>
          <div className="flex">
            <IconButton label={t('pictures.turnLeft')} onClick={() => handleTurn(-1)}>
              <RotateCcw aria-hidden className="size-5" />
            </IconButton>
            <IconButton label={t('pictures.turnRight')} onClick={() => handleTurn(1)}>
              <RotateCw aria-hidden className="size-5" />
            </IconButton>
            <IconButton
              label={t('pictures.mirror')}
              aria-pressed={edit.isMirrored}
              onClick={() => setEdit(mirror(edit))}
            >
              <MirrorIcon aria-hidden className="size-5" />
            </IconButton>
          </div>
        </div>
      </div>
      <div className="border-t border-line px-4 py-3">
        <ErrorText className="mb-2">
          {problem && t(`errors.${problem.code}`, problem.values)}
        </ErrorText>
        <div className="flex items-center gap-4">
          <output className="flex-1 text-meta text-soft">{t('pictures.result', left)}</output>
          <TextButton onClick={handleReset}>{t('pictures.reset')}</TextButton>
          <Button
            look="primary"
            disabled={problem !== null || edit === UNTOUCHED}
            onClick={() => {
              void intake.take({ kind: 'edit', url: picture.url, edit })
              onClose()
            }}
          >
            {t('pictures.apply')}
          </Button>
        </div>
      </div>
    </PictureDialog>
  )
}
