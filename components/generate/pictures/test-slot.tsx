import { useState } from 'react'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { anImage } from '@/lib/client/test-builders'
import { startTestStudio } from '@/lib/client/test-studio'
import { renderInStudio } from '../../test-render'
import type { FormPicture } from '../form-values'
import { usePicture } from '../use-picture'
import { PictureSlot } from './picture-slot'

// For tests of a slot: one alone on a page, with a studio behind it.

type Routes = Parameters<typeof startTestStudio>[0]

export const UPLOAD = 'POST /api/images'
const MEBIBYTE = 1024 * 1024

export const A_PICTURE: FormPicture = {
  id: 'image-0',
  url: '/media/image-0/a.jpg',
  width: 4000,
  height: 3000,
  originalWidth: 4032,
  originalHeight: 3024,
}

type SlotOptions = {
  value?: FormPicture | null
  look?: 'large' | 'half' | 'small'
  error?: string
  onMany?: (rest: File[]) => void
}

function Slot({ value = null, look = 'half', error, onMany }: SlotOptions) {
  const [picture, setPicture] = useState(value)
  const intake = usePicture({ uploadMaxBytes: MEBIBYTE, onPicture: setPicture, onMany })
  return (
    <PictureSlot
      id="head"
      label="First frame"
      value={picture}
      onChange={setPicture}
      intake={intake}
      error={error}
      look={look}
    />
  )
}

export async function openSlot({ routes, ...options }: SlotOptions & { routes?: Routes } = {}) {
  const studio = await startTestStudio({
    [UPLOAD]: () => ({ status: 201, json: anImage() }),
    ...routes,
  })
  const page = renderInStudio(<Slot {...options} />)
  return { studio, user: userEvent.setup(), ...page }
}

export const slot = () => screen.getByLabelText<HTMLInputElement>('First frame')
export const shown = () => screen.findByRole('img', { name: 'First frame' })
export const aFile = (words = 'bytes') => new File([words], 'a.png', { type: 'image/png' })

/** What stands in the menu, which jsdom cannot open. */
export const choose = (word: string) => fireEvent.click(screen.getByText(word))
