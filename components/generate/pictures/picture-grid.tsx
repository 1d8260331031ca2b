import type { KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import type { FormPicture } from '../form-values'

/** A picture, and the small one that it is chosen by, where that is made. */
export type ShownChoice = { picture: FormPicture; thumbUrl: string | null }

/** Pictures to choose from. Tab goes from one to the next, arrow keys along the rows and columns. */
export function PictureGrid(props: {
  pictures: readonly ShownChoice[]
  onPick: (picture: FormPicture) => void
}) {
  const t = useTranslations('pictures')
  return (
    <ul onKeyDown={moveFocus} className="grid grid-cols-3 gap-1 sm:grid-cols-5">
      {props.pictures.map(({ picture, thumbUrl }) => (
        <li key={picture.id}>
          <button
            type="button"
            title={t('result', { width: picture.width, height: picture.height })}
            aria-label={t('pick', { width: picture.width, height: picture.height })}
            onClick={() => props.onPick(picture)}
            className="block w-full overflow-hidden rounded-inner bg-night transition-opacity hover:opacity-85"
          >
            <img
              src={thumbUrl ?? picture.url}
              alt=""
              width={picture.width}
              height={picture.height}
              loading="lazy"
              decoding="async"
              className="aspect-square size-full object-cover"
            />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The columns are those that are seen: as many as stand in the first row. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const top = buttons[0]?.offsetTop
  const columns = buttons.filter((button) => button.offsetTop === top).length
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -at,
    End: buttons.length - 1 - at,
  }
  const target = buttons[at + (steps[event.key] ?? 0)]
  if (at < 0 || !(event.key in steps)) return
  event.preventDefault()
  target?.focus()
}
