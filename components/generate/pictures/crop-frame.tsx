import { useTranslations } from 'next-intl'
import ReactCrop, { type PercentCrop } from 'react-image-crop'
import 'react-image-crop/dist/ReactCrop.css'
import { turnedSize, type Crop, type PictureEdit } from '@/lib/shared/picture-edit'
import type { FormPicture } from '../form-values'

/** The picture as it is turned, with the part that is kept: moved and sized by mouse, finger or arrow keys. */
export function CropFrame(props: {
  picture: FormPicture
  edit: PictureEdit
  /** Width over height; none is free. */
  aspect: number | undefined
  onCrop: (crop: Crop) => void
}) {
  const { picture, edit, aspect, onCrop } = props
  const t = useTranslations('pictures')
  const shown = turnedSize(picture, edit.turn)
  const ratio = shown.width / shown.height
  const handle = t('handle')
  return (
    <div className="@container crop-frame grid place-items-center bg-night py-6">
      <ReactCrop
        crop={toPercent(edit.crop)}
        aspect={aspect}
        keepSelection
        ruleOfThirds
        ariaLabels={{
          cropArea: t('cropArea'),
          nwDragHandle: handle,
          nDragHandle: handle,
          neDragHandle: handle,
          eDragHandle: handle,
          seDragHandle: handle,
          sDragHandle: handle,
          swDragHandle: handle,
          wDragHandle: handle,
        }}
        onChange={(_, percent) => onCrop(fromPercent(percent))}
      >
        <div className="crop-picture" style={{ '--ratio': ratio.toFixed(4) }}>
          <img
            src={picture.url}
            alt=""
            draggable={false}
            style={{
              width: edit.turn % 2 === 0 ? '100%' : `${100 / ratio}%`,
              transform: `translate(-50%, -50%) ${edit.isMirrored ? 'scaleX(-1)' : ''} rotate(${edit.turn * 90}deg)`,
            }}
          />
        </div>
      </ReactCrop>
    </div>
  )
}

function toPercent({ x, y, width, height }: Crop): PercentCrop {
  return { unit: '%', x: x * 100, y: y * 100, width: width * 100, height: height * 100 }
}

function fromPercent({ x, y, width, height }: PercentCrop): Crop {
  return { x: x / 100, y: y / 100, width: width / 100, height: height / 100 }
}
