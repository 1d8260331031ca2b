import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { imageQueries } from '@/lib/client/image-queries'
import { bringIn } from '@/lib/client/image-upload'
import { useErrorSentence } from '../../shell/error-sentence'
import type { GridPicture } from './several-choices'
import type { Several } from './use-several'

/** The dialog waits for them all. */
const NEVER = new AbortController()

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

/** The newest of this person's; the dialog is no gallery. */
function useEarlier(): GridPicture[] {
  const { data } = useInfiniteQuery(imageQueries.list())
  const images = data?.pages[0]?.images ?? []
  return images.map(({ id, url }) => ({ id, url }))
}
