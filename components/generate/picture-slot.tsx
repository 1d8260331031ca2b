import ImagePlus from 'lucide-react/icons/image-plus'
import { useTranslations } from 'next-intl'
import { FieldError } from '../ui/field-error'
import { TEXT_BUTTON, TextButton } from '../ui/text-button'
import type { FormPicture } from './form-values'
import type { PictureTaking } from './use-picture'

const ACCEPTED = 'image/jpeg,image/png,image/webp'

const LOOKS = {
  large: 'h-60 sm:h-72 xl:h-64',
  half: 'h-44',
  small: 'h-24',
}

/** A place for one picture of several: by click here, by drop or paste from all of the page. */
export function PictureSlot(props: {
  id: string
  label: string
  value: FormPicture | null
  onChange: (picture: FormPicture | null) => void
  intake: PictureTaking
  error?: string
  look: keyof typeof LOOKS
}) {
  const t = useTranslations('picture')
  const { id, label, value, intake, look } = props
  const problem = intake.problem ?? props.error
  const url = intake.preview ?? value?.url
  const isSmall = look === 'small'
  return (
    <div className="min-w-0">
      <div className="relative">
        <input
          id={id}
          name={id}
          type="file"
          accept={ACCEPTED}
          aria-label={label}
          aria-describedby={`${id}-error`}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            if (event.target.files) intake.takeFiles(event.target.files)
            event.target.value = ''
          }}
          className="peer absolute inset-0 opacity-0"
        />
        <label
          htmlFor={id}
          className={`relative grid place-items-center overflow-hidden rounded-card peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent ${LOOKS[look]} ${
            url
              ? 'bg-night'
              : 'border border-dashed border-line-strong bg-surface transition-colors hover:bg-raised'
          } ${problem ? 'outline-1 outline-failed' : ''}`}
        >
          {url ? (
            <img
              src={url}
              alt={intake.preview ? t('uploading') : label}
              className={`absolute inset-0 size-full object-contain ${intake.isUploading ? 'animate-breathe' : ''}`}
            />
          ) : (
            <span className="flex flex-col items-center gap-1 p-2 text-center">
              <ImagePlus aria-hidden className="size-6 text-faint" strokeWidth={1.5} />
              <span className="font-medium">{label}</span>
            </span>
          )}
        </label>
      </div>
      {value && !isSmall && (
        <div className="mt-1 flex min-h-7 items-center gap-4 text-meta text-soft">
          {look === 'large' && (
            <span className="min-w-0 flex-1 truncate tabular-nums">
              {t('size', { width: value.width, height: value.height })}
            </span>
          )}
          <label htmlFor={id} className={TEXT_BUTTON}>
            {t('replace')}
          </label>
          <TextButton onClick={() => props.onChange(null)}>{t('remove')}</TextButton>
        </div>
      )}
      <FieldError id={`${id}-error`}>{problem}</FieldError>
    </div>
  )
}
