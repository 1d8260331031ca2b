import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { ChoiceGroup } from '../../ui/choice-group'
import type { FormPicture } from '../form-values'
import { GalleryGrid, UploadsGrid } from './library-grids'
import { PictureDialog } from './picture-dialog'
import type { SlotDialogProps } from './slot-dialog-props'

/** One of the pictures that are here already: of one's own, or of a clip in the gallery. */
export function LibraryDialog({ onPick, onClose }: SlotDialogProps) {
  const t = useTranslations('pictures')
  const [from, setFrom] = useState('uploads')
  const pick = (picture: FormPicture) => {
    onPick(picture)
    onClose()
  }
  return (
    <PictureDialog title={t('libraryTitle')} isWide onClose={onClose}>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        <div className="w-full max-w-xs">
          <ChoiceGroup
            name="picture-library"
            legend={t('libraryFrom')}
            look="chips"
            choices={[
              { value: 'uploads', content: t('uploads') },
              { value: 'gallery', content: t('gallery') },
            ]}
            value={from}
            onChange={setFrom}
          />
        </div>
        {from === 'uploads' ? <UploadsGrid onPick={pick} /> : <GalleryGrid onPick={pick} />}
      </div>
    </PictureDialog>
  )
}
