// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { anImage, aTask } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../test-render'
import {
  STUDIO,
  POST,
  UPLOAD,
  openPage,
  picture,
  prompt,
  button,
  fill,
  drop,
  complaintOf,
} from './test-create-page'

watchConsole()

describe('the picture', () => {
  test('a refusal is said beside it, and the picture before stays', async () => {
    let isHeic = false
    const { user } = await openPage({
      routes: {
        [UPLOAD]: () =>
          isHeic
            ? { status: 422, json: anError('picture_heic', 'HEIC pictures are not taken.') }
            : {
                status: 201,
                json: anImage({
                  originalWidth: 4032,
                  originalHeight: 3024,
                  width: 4000,
                  height: 3000,
                }),
              },
      },
    })
    await fill(user, 'x')
    expect(screen.getByText('4032×3024 → 4000×3000')).toBeTruthy()
    isHeic = true
    fireEvent.change(picture(), { target: { files: [new File(['x'], 'a.heic')] } })
    await waitFor(() => expect(complaintOf(picture())).toContain('HEIC pictures are not taken.'))
    expect(await screen.findByRole('img', { name: 'Your picture' })).toBeTruthy()
  })

  test('one that is too heavy is refused before it is sent', async () => {
    const { studio, user } = await openPage()
    const heavy = new File([new Uint8Array(STUDIO.uploadMaxBytes + 1)], 'a.png', {
      type: 'image/png',
    })
    await user.upload(picture(), heavy)
    await waitFor(() => expect(complaintOf(picture())).toContain('larger than 1 MB'))
    expect(studio.asked(UPLOAD)).toHaveLength(0)
  })

  test('is taken from anywhere: dropped, or pasted; text is left alone', async () => {
    const { studio } = await openPage()
    const file = new File(['bytes'], 'a.png', { type: 'image/png' })
    drop(file)
    await waitFor(() => expect(studio.asked(UPLOAD)).toHaveLength(1))
    await screen.findByRole('img', { name: 'Your picture' })
    const other = new File(['others'], 'b.png', { type: 'image/png' })
    fireEvent.paste(document.body, { clipboardData: { files: [other] } })
    await waitFor(() => expect(studio.asked(UPLOAD)).toHaveLength(2))
    const isLeftAlone = fireEvent.paste(prompt(), { clipboardData: { files: [] } })
    expect(isLeftAlone).toBe(true)
    await screen.findByRole('img', { name: 'Your picture' })
  })

  test('nothing is sent while another picture is on its way', async () => {
    let arrive = () => {}
    const uploading = new Promise<void>((resolve) => (arrive = resolve))
    const { studio, user } = await openPage({
      origin: aTask(),
      routes: { [UPLOAD]: () => uploading.then(() => ({ status: 201, json: anImage() })) },
    })
    expect(button().disabled).toBe(false)
    drop(new File(['x'], 'b.png'))
    expect(await screen.findByRole('button', { name: 'Uploading…' })).toHaveProperty(
      'disabled',
      true,
    )
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(studio.asked(POST)).toHaveLength(0)
    arrive()
    await screen.findByRole('button', { name: 'Generate' })
  })

  test('a first visit starts with one click', async () => {
    const { user } = await openPage({ tasks: [] })
    const [example] = screen.getAllByRole('button', { name: 'Use this picture: A cup of coffee' })
    if (example) await user.click(example)
    await screen.findByRole('img', { name: 'Your picture' })
    expect(prompt().value).toMatch(/^Steam rises slowly/)
  })
})
