// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aTask } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../test-render'
import {
  addReference,
  button,
  complaintOf,
  mode,
  openPage,
  POST,
  prompt,
  reference,
  sentBody,
  slot,
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
  const input = { url: '/media/images/a.jpg', width: 600, height: 400 }
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
  })
})
