import { useEffect, useEffectEvent, useRef } from 'react'
import ImagePlus from 'lucide-react/icons/image-plus'
import { useTranslations } from 'next-intl'
import { buttonClass } from '../../ui/button'
import { Disclosure } from '../../ui/disclosure'
import { ErrorText } from '../../ui/error-text'
import { GridThumb } from './grid-thumb'
import { useMorePictures } from './use-more-pictures'
import type { Several } from './use-several'

type Props = {
  several: Several
  own: string | undefined
  ownUrl: string | null
  /** What is brought in without being asked for. */
  files: readonly File[]
  uploadMaxBytes: number
}

/** The form's picture and others beside it. */
export function PictureAxis({ several, own, ownUrl, files, uploadMaxBytes }: Props) {
  const t = useTranslations('several')
  const { pictures, earlier, toggle, add, waiting, troubles } = useMorePictures(
    several,
    uploadMaxBytes,
  )
  const brought = useRef<readonly File[]>(null)
  const bring = useEffectEvent((given: readonly File[]) => {
    // Once, also where an effect runs twice.
    if (brought.current !== given && given.length > 0) void add(given)
    brought.current = given
  })
  useEffect(() => bring(files), [files])
  const added = pictures.filter(({ id }) => id !== own)
  const others = earlier.filter(({ id }) => id !== own && !added.some((one) => one.id === id))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-meta text-soft">{t('pictures')}</legend>
      <div className="flex flex-wrap gap-2">
        {own && ownUrl && <GridThumb url={ownUrl} label={t('picture', { number: 1 })} isChosen />}
        {added.map(({ isChosen, ...picture }, index) => (
          <GridThumb
            key={picture.id}
            url={picture.url}
            label={t('picture', { number: index + (own ? 2 : 1) })}
            isChosen={isChosen}
            onChange={(is) => toggle(picture, is)}
          />
        ))}
        <label
          className={`${buttonClass('plain', 'relative h-16! flex-col gap-0.5! text-meta! font-normal!')} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
        >
          <ImagePlus aria-hidden className="size-4.5 text-soft" />
          {t('add')}
          <input
            type="file"
            multiple
            accept="image/*"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            onChange={(event) => {
              void add([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <p role="status" className="text-meta text-soft empty:hidden">
        {waiting > 0 && t('uploading', { count: waiting })}
      </p>
      {troubles.map((trouble) => (
        <ErrorText key={trouble}>{trouble}</ErrorText>
      ))}
      {others.length > 0 && (
        <Disclosure title={t('earlier')}>
          <div className="flex flex-wrap gap-2">
            {others.map((picture, index) => (
              <GridThumb
                key={picture.id}
                url={picture.url}
                label={t('picture', { number: index + added.length + (own ? 2 : 1) })}
                isChosen={false}
                onChange={(is) => toggle(picture, is)}
              />
            ))}
          </div>
        </Disclosure>
      )}
    </fieldset>
  )
}
