import Camera from 'lucide-react/icons/camera'
import Crop from 'lucide-react/icons/crop'
import FolderOpen from 'lucide-react/icons/folder-open'
import Images from 'lucide-react/icons/images'
import Link from 'lucide-react/icons/link'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import type { MenuItem } from './source-menu'

export type SlotItems = { sources: readonly MenuItem[]; edit: MenuItem; remove: MenuItem }

/** What can be done in a slot: `sources` bring a picture in, `edit` and `remove` are for one that is there. */
export function useSlotItems(options: {
  onChooseFile: () => void
  /** Null where there is no camera at hand. */
  onPhotograph: (() => void) | null
  onOpen: (kind: 'link' | 'library' | 'edit') => void
  onRemove: () => void
}): SlotItems {
  const { onChooseFile, onPhotograph, onOpen, onRemove } = options
  const t = useTranslations()
  const file = {
    label: t('pictures.file'),
    icon: <FolderOpen aria-hidden />,
    onChoose: onChooseFile,
  }
  const camera = onPhotograph && {
    label: t('pictures.camera'),
    icon: <Camera aria-hidden />,
    onChoose: onPhotograph,
  }
  const library = {
    label: t('pictures.library'),
    icon: <Images aria-hidden />,
    onChoose: () => onOpen('library'),
  }
  const link = {
    label: t('pictures.link'),
    icon: <Link aria-hidden />,
    onChoose: () => onOpen('link'),
  }
  return {
    sources: [file, ...(camera ? [camera] : []), library, link],
    edit: {
      label: t('pictures.edit'),
      icon: <Crop aria-hidden />,
      onChoose: () => onOpen('edit'),
    },
    remove: { label: t('picture.remove'), icon: <X aria-hidden />, onChoose: onRemove },
  }
}
