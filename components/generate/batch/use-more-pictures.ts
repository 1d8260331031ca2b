import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { bringIn } from '@/lib/client/image-upload'
import { listedTasks } from '@/lib/client/task-cache'
import { useErrorSentence } from '../../shell/error-sentence'
import type { GridPicture } from './several-choices'
import type { Several } from './use-several'

/** The dialog waits for them all. */
const NEVER = new AbortController()
/** Pictures that were used lately; the dialog is no gallery. */
const EARLIER = 24

/** Brings pictures into the grid: many at once, one after the other. */
export function useMorePictures({ choices, change }: Several, maxBytes: number) {
  const sentence = useErrorSentence()
  const [waiting, setWaiting] = useState(0)
  const [troubles, setTroubles] = useState<readonly string[]>([])

  const toggle = (picture: GridPicture, isChosen: boolean) =>
    change(({ pictures }) => ({ pictures: withPicture(pictures, { ...picture, isChosen }) }))

  const add = async (files: readonly File[]) => {
    setTroubles([])
    setWaiting((count) => count + files.length)
    for (const file of files) {
      try {
        const { id, url } = await bringIn(
          { kind: 'file', file },
          { maxBytes, signal: NEVER.signal, onStage: () => {} },
        )
        toggle({ id, url }, true)
      } catch (error) {
        const said = error instanceof Error ? sentence(error) : String(error)
        setTroubles((before) => [...before, `${file.name}: ${said}`])
      }
      setWaiting((count) => count - 1)
    }
  }
  return { pictures: choices.pictures, earlier: useEarlier(), toggle, add, waiting, troubles }
}

function withPicture(
  pictures: Several['choices']['pictures'],
  picture: Several['choices']['pictures'][number],
) {
  if (!pictures.some(({ id }) => id === picture.id)) return [...pictures, picture]
  return pictures.map((one) => (one.id === picture.id ? picture : one))
}

/** Of the clips that this page has listed, newest first. */
function useEarlier(): GridPicture[] {
  const client = useQueryClient()
  const byId = new Map<string, GridPicture>()
  for (const { inputs } of listedTasks(client))
    for (const { imageId, url } of inputs) byId.set(imageId, { id: imageId, url })
  return [...byId.values()].slice(0, EARLIER)
}
