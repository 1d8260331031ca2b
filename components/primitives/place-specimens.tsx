import { useRef, useState, type ComponentType } from 'react'
import { Button } from '../ui/button'
import { DialogFrame } from '../ui/dialog-frame'
import { FactList } from '../ui/fact-list'
import { useModal } from '../ui/modal'
import { Skeleton } from '../ui/skeleton'
import { Sample, Samples } from './sample'
import type { Words } from './words'

export function PlaceSpecimens({ words: { states, words } }: { words: Words }) {
  return (
    <>
      <Samples of="modal">
        <Sample state={states.closed}>
          <OpenedSample words={words} of={OpenModal} />
        </Sample>
      </Samples>
      <Samples of="dialog-frame">
        <Sample state={states.closed}>
          <OpenedSample words={words} of={OpenFrame} />
        </Sample>
      </Samples>
      <Samples of="sheet">
        <Sample state={states.closed}>
          <OpenedSample words={words} of={OpenSheet} />
        </Sample>
      </Samples>
      <Samples of="skeleton">
        <Sample state={states.busy}>
          <Skeleton className="aspect-video w-full" />
        </Sample>
      </Samples>
      <Samples of="fact-list">
        <Sample state={states.rest}>
          <FactList
            title={words.facts}
            facts={[
              [words.model, 'v5'],
              [words.resolution, '540p'],
            ]}
          />
        </Sample>
        <Sample state={states.long}>
          <FactList title={words.facts} facts={[[words.prompt, words.long]]} />
        </Sample>
        <Sample state={states.empty}>
          <FactList title={words.facts} facts={[]} />
        </Sample>
      </Samples>
    </>
  )
}

type OpenProps = Pick<Words, 'words'> & { onClose: () => void }

function OpenedSample({
  words,
  of: Opened,
}: Pick<Words, 'words'> & { of: ComponentType<OpenProps> }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.details}</Button>
      {isOpen && <Opened words={words} onClose={() => setOpen(false)} />}
    </>
  )
}

function OpenFrame({ words, onClose }: OpenProps) {
  return (
    <DialogFrame title={words.details} closeLabel={words.resume} onClose={onClose}>
      <p>{words.notice}</p>
    </DialogFrame>
  )
}

function OpenSheet({ words, onClose }: OpenProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <DialogFrame
      place="side"
      dialog={dialog}
      title={words.details}
      closeLabel={words.resume}
      onClose={onClose}
      foot={<Button onClick={() => dialog.current?.close()}>{words.resume}</Button>}
    >
      <p>{words.notice}</p>
    </DialogFrame>
  )
}

function OpenModal({ words, onClose }: OpenProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, onClose)
  return (
    <dialog
      ref={dialog}
      aria-label={words.details}
      className="m-auto rounded-card border border-line bg-ground p-6 text-text backdrop:bg-veil"
    >
      <p className="mb-4">{words.notice}</p>
      <Button data-first look="primary" onClick={onClose}>
        {words.resume}
      </Button>
    </dialog>
  )
}
