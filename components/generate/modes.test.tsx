// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { anImage, aTask } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../test-render'
import { button, complaintOf, fill, openPage, POST, prompt, UPLOAD } from './test-create-page'

watchConsole()

type User = ReturnType<typeof userEvent.setup>

const aFile = () => new File(['bytes'], 'a.png', { type: 'image/png' })
/** Each upload is another picture. */
function uploads() {
  let count = 0
  return {
    [UPLOAD]: () => ({ status: 201, json: anImage({ id: `image-${(count += 1)}` }) }),
  }
}
const mode = (user: User, name: RegExp) => user.click(screen.getByRole('radio', { name }))
const slot = (name: string) => screen.findByLabelText<HTMLInputElement>(name)
const reference = (number: number) =>
  within(screen.getByRole('listitem', { name: `Reference ${number}` }))

async function addReference(user: User, number: number) {
  await user.upload(await slot('Add a reference'), aFile())
  await screen.findByRole('listitem', { name: `Reference ${number}` })
}

async function sentBody(studio: Awaited<ReturnType<typeof openPage>>['studio']): Promise<unknown> {
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
  return JSON.parse(studio.asked(POST)[0]?.body ?? '')
}

describe('first and last frame', () => {
  test('the picture goes along as the first one; both are sent, and nothing of another mode', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await fill(user)
    await mode(user, /First and last/)
    await user.upload(await slot('Last frame'), aFile())
    await screen.findByRole('img', { name: 'Last frame' })
    await user.click(button())
    expect(await sentBody(studio)).toEqual({
      model: 'aisphere-v5',
      prompt: 'Steam rises',
      headtailImages: { head: { imageId: 'image-1' }, tail: { imageId: 'image-2' } },
      resolution: '540p',
      duration: 5,
    })
  })

  test('swapped, the last is the first', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await fill(user)
    await mode(user, /First and last/)
    await user.upload(await slot('Last frame'), aFile())
    await screen.findByRole('img', { name: 'Last frame' })
    await user.click(screen.getByRole('button', { name: 'Swap first and last frame' }))
    await user.click(button())
    expect(await sentBody(studio)).toMatchObject({
      headtailImages: { head: { imageId: 'image-2' }, tail: { imageId: 'image-1' } },
    })
  })

  test('one that is missing is complained of in its place, and has the focus', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await fill(user)
    await mode(user, /First and last/)
    const last = await slot('Last frame')
    await user.click(button())
    await waitFor(() => expect(complaintOf(last)).toContain('Choose a picture first.'))
    expect(document.activeElement).toBe(last)
    expect(screen.getByText(/^One thing is missing/)).toBeTruthy()
    expect(studio.asked(POST)).toHaveLength(0)
  })
})

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

describe('what the model has not', () => {
  test('a mode is off with the reason; the click that resolves it takes the model that has it', async () => {
    const { user } = await openPage()
    await user.click(screen.getByRole('radio', { name: /^v4 ?5/ }))
    const references = screen.getByRole('radio', { name: /^References/ })
    expect(references).toHaveProperty('disabled', true)
    expect(screen.getByText('References need v5 or v4.5.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Use v4.5' }))
    expect(screen.getByRole('radio', { name: /^v4\.5/ })).toHaveProperty('checked', true)
    expect(references).toHaveProperty('checked', true)
    expect(await slot('Add a reference')).toBeTruthy()
  })

  test('the mode is set aside by a model without it, by name, and comes back', async () => {
    const { user } = await openPage({ routes: uploads() })
    await mode(user, /^References/)
    await addReference(user, 1)
    await user.click(screen.getByRole('radio', { name: /^v3\.5/ }))
    expect(screen.getByText(/^Set aside here: References \(One picture instead\)/)).toBeTruthy()
    expect(await screen.findByRole('img', { name: 'Your picture' })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /^v5 ?5/ }))
    expect(await screen.findByRole('listitem', { name: 'Reference 1' })).toBeTruthy()
    expect(screen.queryByText(/^Set aside here/)).toBeNull()
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
