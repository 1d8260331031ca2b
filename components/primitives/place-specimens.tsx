import { useRef, useState } from 'react'
import { Button } from '../ui/button'
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
          <ModalSample words={words} />
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

function ModalSample({ words }: Pick<Words, 'words'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.details}</Button>
      {isOpen && <OpenModal words={words} onClose={() => setOpen(false)} />}
    </>
  )
}

function OpenModal({ words, onClose }: Pick<Words, 'words'> & { onClose: () => void }) {
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
