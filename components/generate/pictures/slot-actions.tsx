import type { ReactNode } from 'react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useTranslations } from 'next-intl'
import { PICTURE_ICON_BUTTON } from '../../ui/icon-button'
import { TEXT_BUTTON, TextButton } from '../../ui/text-button'
import type { FormPicture } from '../form-values'
import { PictureFacts } from './picture-facts'
import { SourceMenu } from './source-menu'
import type { SlotItems } from './use-slot-items'

/** Over the corner of a slot that has no room for words beside it. */
export function SlotMenu(props: { label: string; isFilled: boolean; items: SlotItems }) {
  const { label, isFilled, items } = props
  const t = useTranslations('pictures')
  const { sources, edit, remove } = items
  return (
    <SourceMenu
      label={t('menu', { label })}
      items={isFilled ? [edit, ...sources, remove] : sources}
      className={`absolute top-1.5 right-1.5 flex ${isFilled ? `${PICTURE_ICON_BUTTON} bg-veil` : 'size-8 items-center justify-center rounded-inner text-soft hover:bg-chosen hover:text-text pointer-coarse:size-11'}`}
    >
      <Ellipsis aria-hidden className="size-5" />
    </SourceMenu>
  )
}

/** Under a slot: what became of its picture, and in a large one what can be done with it. */
export function SlotActions(props: {
  id: string
  look: 'large' | 'half' | 'small'
  picture: FormPicture | null
  items: SlotItems
  hint: ReactNode
  children: ReactNode
}) {
  const { id, look, picture, items, hint, children } = props
  const t = useTranslations()
  if (look !== 'large') {
    if (!picture || look === 'small') return <p id={id}>{hint}</p>
    return (
      <p id={id} className="mt-1.5 flex flex-wrap gap-x-2">
        <PictureFacts picture={picture} />
        {children}
      </p>
    )
  }
  const menu = (word: string) => (
    <SourceMenu label={word} items={items.sources} className={TEXT_BUTTON}>
      {word}
      <ChevronDown aria-hidden className="size-3.5" />
    </SourceMenu>
  )
  return (
    <div className="mt-1.5 flex min-h-7 items-center gap-4">
      <span id={id} className="flex min-w-0 flex-1 flex-wrap gap-x-2">
        {picture ? <PictureFacts picture={picture} /> : hint}
        {picture && children}
      </span>
      {picture ? (
        <>
          <TextButton onClick={items.edit.onChoose} title={items.edit.label}>
            {t('pictures.editShort')}
          </TextButton>
          {menu(t('picture.replace'))}
          <TextButton onClick={items.remove.onChoose}>{items.remove.label}</TextButton>
        </>
      ) : (
        menu(t('pictures.otherWays'))
      )}
    </div>
  )
}
