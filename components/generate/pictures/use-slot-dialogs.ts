import { createElement, useState, type ComponentType } from 'react'
import type { SlotDialogProps } from './slot-dialog-props'

/** Each comes when it is opened first. */
const DIALOGS = {
  link: () => import('./link-dialog').then(({ LinkDialog }) => LinkDialog),
  library: () => import('./library-dialog').then(({ LibraryDialog }) => LibraryDialog),
  edit: () => import('./edit-dialog').then(({ EditDialog }) => EditDialog),
}

type Opened = { Dialog: ComponentType<SlotDialogProps> }

/** The dialogs of a slot; `hasFailed` when one did not come. */
export function useSlotDialogs(options: Omit<SlotDialogProps, 'onClose'>) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const open = (kind: keyof typeof DIALOGS) => {
    setFailed(false)
    DIALOGS[kind]().then(
      (Dialog) => setOpened({ Dialog }),
      () => setFailed(true),
    )
  }
  const onClose = () => setOpened(null)
  const dialog = opened && createElement(opened.Dialog, { ...options, onClose })
  return { open, hasFailed, dialog }
}
