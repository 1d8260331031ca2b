// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aTask, anImage } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../test-render'
import {
  addReference,
  aFile,
  button,
  complaintOf,
  drop,
  mode,
  openPage,
  POST,
  prompt,
  reference,
  sentBody,
  slot,
  UPLOAD,
  uploads,
} from './test-create-page'

watchConsole()

describe('references', () => {
  test('two of them, each with its name, one the background', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await mode(user, /^References/)
    await addReference(user, 1)
    await addReference(user, 2)
    await user.type(reference(2).getByLabelText('Your own word'), '房间')
    await user.click(reference(2).getByRole('radio', { name: 'Background' }))
    await user.type(prompt(), '@image1 sleeps in @room now')
    await user.click(button())
    expect(await sentBody(studio)).toMatchObject({
      characterImages: [
        { imageId: 'image-1', type: 'subject', refName: 'image1' },
        { imageId: 'image-2', type: 'background', refName: 'room' },
      ],
    })
  })

  test('one that the prompt does not call is complained of beside it; a click puts it in', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await mode(user, /^References/)
    await addReference(user, 1)
    await user.type(prompt(), 'It sleeps')
    await user.click(button())
    const name = reference(1).getByRole('textbox', { name: /^Name/ })
    await waitFor(() => expect(complaintOf(name)).toContain('Mention @image1'))
    expect(document.activeElement).toBe(name)
    await user.click(screen.getByRole('button', { name: 'Write @image1 into the prompt' }))
    expect(prompt().value).toBe('It sleeps @image1 ')
    await waitFor(() => expect(complaintOf(name)).not.toContain('Mention'))
    await user.click(button())
    expect(await sentBody(studio)).toMatchObject({ prompt: 'It sleeps @image1 ' })
  })

  test('typing the mention takes the complaint away, too', async () => {
    const { user } = await openPage({ routes: uploads() })
    await mode(user, /^References/)
    await addReference(user, 1)
    await user.type(prompt(), 'It sleeps')
    await user.click(button())
    const name = reference(1).getByRole('textbox', { name: /^Name/ })
    await waitFor(() => expect(complaintOf(name)).toContain('Mention @image1'))
    await user.type(prompt(), ' @image1')
    await waitFor(() => expect(complaintOf(name)).not.toContain('Mention'))
  })

  test('a new name is followed by the prompt; at three there is no room for more', async () => {
    const { user } = await openPage({ routes: uploads() })
    await mode(user, /^References/)
    for (const number of [1, 2, 3]) await addReference(user, number)
    expect(screen.queryByLabelText('Add a reference')).toBeNull()
    await user.type(prompt(), '@image1 runs')
    const name = reference(1).getByRole('textbox', { name: /^Name/ })
    await user.clear(name)
    await user.type(name, 'cat')
    await user.tab()
    expect(prompt().value).toBe('@cat runs')
    await user.click(screen.getByRole('button', { name: 'Remove reference 2' }))
    expect(await slot('Add a reference')).toBeTruthy()
    expect(screen.getAllByRole('listitem', { name: /^Reference/ })).toHaveLength(2)
  })

  const rows = () => screen.queryAllByRole('listitem', { name: /^Reference/ })
  const four = () => [aFile(), aFile(), aFile(), aFile()]

  test.each([
    [
      'chosen',
      async (files: File[]) =>
        fireEvent.change(await slot('Add a reference'), { target: { files } }),
    ],
    ['dropped', async (files: File[]) => drop(...files)],
    [
      'pasted',
      async (files: File[]) => fireEvent.paste(document.body, { clipboardData: { files } }),
    ],
  ])(
    'several %s together fill what is free, in their order; the others are named',
    async (_, bring) => {
      const { studio, user } = await openPage({ routes: uploads() })
      await mode(user, /^References/)
      expect((await slot('Add a reference')).multiple).toBe(true)
      await bring(four())
      expect(
        await screen.findByText('One picture was left out: there is room for 3 references.'),
      ).toBeTruthy()
      expect(rows()).toHaveLength(3)
      expect(studio.asked(UPLOAD)).toHaveLength(3)
      await user.type(prompt(), '@image1 @image2 @image3 meet')
      await user.click(button())
      expect(await sentBody(studio)).toMatchObject({
        characterImages: [1, 2, 3].map((number) => ({ imageId: `image-${number}` })),
      })
    },
  )

  test('what comes when there is no room is not sent, and that is said until there is', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await mode(user, /^References/)
    for (const number of [1, 2, 3]) await addReference(user, number)
    drop(aFile(), aFile())
    expect(await screen.findByText(/^2 pictures were left out/)).toBeTruthy()
    expect(studio.asked(UPLOAD)).toHaveLength(3)
    await user.click(screen.getByRole('button', { name: 'Remove reference 2' }))
    expect(screen.queryByText(/left out/)).toBeNull()
  })

  test('one that is refused leaves its place to the next, and is named', async () => {
    let count = 0
    const refused = { status: 422, json: anError('picture_gif', 'GIF pictures are not taken.') }
    const { user } = await openPage({
      routes: {
        [UPLOAD]: () =>
          (count += 1) === 1 ? refused : { status: 201, json: anImage({ id: `image-${count}` }) },
      },
    })
    await mode(user, /^References/)
    await slot('Add a reference')
    drop(aFile(), aFile(), aFile())
    await screen.findByRole('listitem', { name: 'Reference 2' })
    expect((await screen.findByRole('alert')).textContent).toBe(
      'a.png: GIF pictures are not taken.',
    )
    expect(rows()).toHaveLength(2)
  })

  test('stopped, the others do not come either', async () => {
    const { studio, user } = await openPage({
      routes: { [UPLOAD]: () => new Promise<never>(() => {}) },
    })
    await mode(user, /^References/)
    await slot('Add a reference')
    drop(aFile(), aFile())
    await waitFor(() => expect(studio.asked(UPLOAD)).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(button().disabled).toBe(false))
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(studio.asked(UPLOAD)).toHaveLength(1)
  })

  test('one of the earlier pictures becomes a reference, too', async () => {
    const page = { images: [anImage({ id: 'earlier' })], nextCursor: null }
    const { user } = await openPage({
      routes: { ...uploads(), 'GET /api/images': () => ({ json: page }) },
    })
    await mode(user, /^References/)
    await slot('Add a reference')
    fireEvent.click(screen.getByText('Earlier pictures'))
    const dialog = await screen.findByRole('dialog')
    const [earlier] = await within(dialog).findAllByRole('button', { name: /picture/i })
    if (!earlier) throw new Error('no picture')
    fireEvent.click(earlier)
    await screen.findByRole('listitem', { name: 'Reference 1' })
  })

  test('what the server says of one stands beside it', async () => {
    const fields = [
      { path: 'characterImages.0.imageId', code: 'unknown_picture', message: 'It is gone.' },
    ]
    const routes = {
      ...uploads(),
      [POST]: () => ({ status: 422, json: anError('invalid', 'Does not fit.', fields) }),
    }
    const { user } = await openPage({ routes })
    await mode(user, /^References/)
    await addReference(user, 1)
    await user.type(prompt(), '@image1 runs')
    await user.click(button())
    const picture = screen.getByLabelText('Reference 1: image1', { selector: 'input' })
    await waitFor(() => expect(complaintOf(picture)).toContain('It is gone.'))
    expect(document.activeElement).toBe(picture)
  })
})

test('a task of references comes back whole', async () => {
  const input = { url: '/a.jpg', thumbUrl: null, blur: null, width: 600, height: 400 }
  const origin = aTask({
    mode: 'reference',
    model: 'aisphere-v4.5',
    prompt: '@cat in @room',
    inputs: [
      { ...input, role: 'reference', imageId: 'a', type: 'subject', refName: 'cat' },
      { ...input, role: 'reference', imageId: 'b', type: 'background', refName: 'room' },
    ],
    params: {
      duration: 8,
      resolution: '720p',
      soundEffectSwitch: true,
      soundEffectContent: '鸟鸣',
    },
  })
  const { studio, user } = await openPage({ origin })
  await screen.findByRole('listitem', { name: 'Reference 2' })
  await user.click(button())
  expect(await sentBody(studio)).toEqual({
    model: 'aisphere-v4.5',
    prompt: '@cat in @room',
    characterImages: [
      { imageId: 'a', type: 'subject', refName: 'cat' },
      { imageId: 'b', type: 'background', refName: 'room' },
    ],
    duration: 8,
    resolution: '720p',
    soundEffectSwitch: true,
    soundEffectContent: '鸟鸣',
    parent: { taskId: 'task-1', way: 'all' },
  })
})
