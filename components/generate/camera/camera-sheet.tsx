import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useLessMotion } from '@/lib/client/browser-facts'
import { Button } from '../../ui/button'
import { CameraGrid, prepareGrid, type GridProps } from './camera-grid'

export { prepareGrid }

/** The moves above the page, all in view where there is room for them. Mounted while it is open. */
export function CameraSheet({ onClose, ...grid }: GridProps & { onClose: () => void }) {
  const { guide, pictureUrl } = grid
  const dialog = useRef<HTMLDialogElement>(null)
  const hasStills = useLessMotion()
  const close = () => dialog.current?.close()

  useEffect(() => {
    const element = dialog.current
    if (!element || element.open) return
    element.showModal()
    element.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [])

  const handleKey = (event: KeyboardEvent) => {
    // It lies in the form, whose keys would send it: here Enter means that the choice is made.
    event.stopPropagation()
    if (event.key !== 'Enter') return
    event.preventDefault()
    close()
  }
  const intro = hasStills
    ? guide[pictureUrl ? 'stillsOnYours' : 'stillsOnExample']
    : guide[pictureUrl ? 'onYours' : 'onExample']
  return (
    <dialog
      ref={dialog}
      aria-label={guide.title}
      onClose={onClose}
      onKeyDown={handleKey}
      // What lies beside the sheet is the dialog itself.
      onClick={(event) => event.target === event.currentTarget && close()}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-7xl overscroll-contain rounded-card border border-line bg-ground text-text backdrop:bg-veil max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-dvw max-sm:max-w-none max-sm:rounded-none max-sm:border-0"
    >
      <header className="sticky top-0 z-10 flex items-center gap-4 border-b border-line bg-ground px-4 py-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{guide.title}</h2>
          <p className="text-meta text-soft">{intro}</p>
        </div>
        <Button onClick={close}>{guide.done}</Button>
      </header>
      <div className="p-4 pt-3">
        <CameraGrid {...grid} />
      </div>
    </dialog>
  )
}
