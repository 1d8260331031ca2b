// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { aTask, anImage } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../test-render'
import {
  aFile,
  drop,
  POST,
  openMore,
  openPage,
  picture,
  prompt,
  button,
  fill,
  complaintOf,
  UPLOAD,
  uploads,
} from './test-create-page'

watchConsole()

const alerts = () => screen.queryAllByRole('alert').map((alert) => alert.textContent)

describe('what is wrong is said beside its field', () => {
  test('nothing filled in: picture and prompt, the first of them focused, nothing sent', async () => {
    const { studio, user } = await openPage()
    await user.click(button())
    await waitFor(() => expect(complaintOf(picture())).toContain('Choose a picture first.'))
    expect(complaintOf(prompt())).toContain('Write what should happen in the picture.')
    expect(picture()).toHaveProperty('ariaInvalid', 'true')
    expect(prompt().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(picture())
    expect(studio.asked(POST)).toHaveLength(0)
    // Put right, the complaint goes.
    await user.type(prompt(), 'a')
    await waitFor(() => expect(complaintOf(prompt())).not.toContain('Write what'))
  })

  test('a prompt of 2,049 characters', async () => {
    const { studio, user } = await openPage()
    await fill(user, 'x')
    fireEvent.change(prompt(), { target: { value: 'x'.repeat(2049) } })
    await user.click(button())
    await waitFor(() => expect(complaintOf(prompt())).toContain('2049 characters; at most 2048'))
    expect(document.activeElement).toBe(prompt())
    expect(studio.asked(POST)).toHaveLength(0)
  })

  test.each([
    ['abc', 'A whole number, please.'],
    ['1.5', 'A whole number, please.'],
    ['-1', 'A whole number from 0 to'],
    ['2147483648', 'A whole number from 0 to'],
  ])('a seed of %s, unfolded and focused', async (seed, sentence) => {
    const { studio, user } = await openPage()
    await fill(user)
    const fold = openMore()
    const field = await screen.findByRole('textbox', { name: 'Seed' })
    fireEvent.change(field, { target: { value: seed } })
    fold.open = false
    await user.click(button())
    await waitFor(() => expect(complaintOf(field)).toContain(sentence))
    expect(fold.open).toBe(true)
    expect(document.activeElement).toBe(field)
    expect(studio.asked(POST)).toHaveLength(0)
  })

  test('what only the server knows, in its words', async () => {
    const fields = [
      { path: 'image.imageId', code: 'unknown_picture', message: 'This picture is gone.' },
      { path: 'duration', code: 'value_not_offered', message: 'Not these seconds.' },
    ]
    const { user } = await openPage({
      routes: {
        [POST]: () => ({ status: 422, json: anError('invalid', 'Does not fit.', fields) }),
      },
    })
    await fill(user)
    await user.click(button())
    await waitFor(() => expect(complaintOf(picture())).toContain('This picture is gone.'))
    expect(complaintOf(screen.getByRole('radiogroup', { name: 'Length' }))).toContain(
      'Not these seconds.',
    )
    expect(alerts()).toContain('Does not fit.')
    expect(document.activeElement).toBe(picture())
  })

  test('in Chinese, too', async () => {
    const { user } = await openPage({ locale: 'zh' })
    await user.click(screen.getByRole('button', { name: '生成' }))
    expect(await screen.findByText('请先选择一张图片。')).toBeTruthy()
    expect(screen.getByText('请写下画面里要发生什么。')).toBeTruthy()
  })

  test('a server in trouble, in a sentence by the button; what was typed stays', async () => {
    const { user } = await openPage({
      routes: { [POST]: () => ({ status: 507, json: anError('disk_full', 'No room.') }) },
    })
    await fill(user)
    await user.click(button())
    await screen.findByText('No room.')
    expect(alerts()).toEqual(['No room.'])
    expect(prompt().value).toBe('Steam rises')
  })
})

describe('settings', () => {
  test('another model drops ten seconds, says so, and keeps the rest', async () => {
    const { user } = await openPage()
    await user.type(prompt(), 'Steam rises')
    await user.click(screen.getByRole('radio', { name: /^v5\.5/ }))
    await user.click(screen.getByRole('radio', { name: '10 seconds' }))
    await user.click(screen.getByRole('radio', { name: '720p' }))
    expect(screen.getByText(/^Estimate: 132 credits/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /^v4\.5/ }))
    expect(screen.queryByRole('radio', { name: '10 seconds' })).toBeNull()
    expect(screen.getByRole('radio', { name: '5 seconds' })).toHaveProperty('checked', true)
    expect(screen.getByText(/^Set aside here: 10 s \(5 s instead\)/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: '720p' })).toHaveProperty('checked', true)
    expect(prompt().value).toBe('Steam rises')
    await user.click(screen.getByRole('radio', { name: /^v5\.5/ }))
    expect(screen.getByRole('radio', { name: '10 seconds' })).toHaveProperty('checked', true)
    expect(screen.queryByText(/^Set aside here/)).toBeNull()
  })

  test('what 1080p excludes cannot be chosen, with the reason', async () => {
    const { user } = await openPage()
    await user.click(screen.getByRole('radio', { name: /^v4 ?5/ }))
    await user.click(screen.getByRole('radio', { name: '1080p' }))
    expect(screen.getByRole('radio', { name: '8 seconds' })).toHaveProperty('disabled', true)
    expect(complaintOf(screen.getByRole('radiogroup', { name: 'Length' }))).toContain(
      'At 1080p this model makes clips of 5 seconds.',
    )
  })

  test('the folded line says its values', async () => {
    await openPage()
    const line = screen.getByText('no style · no sound effect · seed free · no negative prompt')
    openMore()
    const seed = await screen.findByRole('textbox', { name: 'Seed' })
    fireEvent.change(seed, { target: { value: '42' } })
    expect(line.textContent).toBe('seed 42 · no style · no sound effect · no negative prompt')
  })

  test('a task to go on from fills the form, before any draft', async () => {
    const origin = aTask({
      prompt: 'The rocket lifts off',
      model: 'aisphere-v4',
      params: { duration: 8, resolution: '720p', seed: 7 },
    })
    window.history.replaceState(null, '', '/?from=task-1')
    await openPage({ origin })
    expect(prompt().value).toBe('The rocket lifts off')
    expect(screen.getByRole('img', { name: 'Your picture' })).toBeTruthy()
    expect(screen.getByRole('radio', { name: '8 seconds' })).toHaveProperty('checked', true)
    expect(screen.getByText(/^seed 7 · /)).toBeTruthy()
    expect(window.location.search).toBe('')
  })
})

describe('several pictures at once', () => {
  const noneEarlier = () => ({ json: { images: [], nextCursor: null } })

  test('the first is the form’s own, the others wait in the dialog that makes several', async () => {
    const { studio, user } = await openPage({
      routes: { ...uploads(), 'GET /api/images': noneEarlier },
    })
    await user.type(prompt(), 'Steam rises')
    expect(picture().multiple).toBe(true)
    fireEvent.change(picture(), { target: { files: [aFile(), aFile(), aFile()] } })
    const dialog = within(await screen.findByRole('dialog', { name: 'Several at once' }))
    expect(await dialog.findByText('3 clips')).toBeTruthy()
    const boxes = dialog.getAllByRole('checkbox', { name: /^Picture/ })
    expect(boxes.map((box) => box.getAttribute('aria-label'))).toEqual([
      'Picture 1',
      'Picture 2',
      'Picture 3',
    ])
    expect(studio.asked(UPLOAD)).toHaveLength(3)
    // Closed again, the form goes its own way with the first.
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('img', { name: 'Your picture' })).toBeTruthy()
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
    expect(JSON.parse(studio.asked(POST)[0]?.body ?? '')).toMatchObject({
      image: { imageId: 'image-1' },
    })
    expect(studio.asked(UPLOAD)).toHaveLength(3)
  })

  test('the dialog does not open before the first is in; opened again, it brings nothing twice', async () => {
    let arrive = () => {}
    const first = new Promise<void>((resolve) => (arrive = resolve))
    let count = 0
    const { studio, user } = await openPage({
      routes: {
        [UPLOAD]: async () => {
          const id = `image-${(count += 1)}`
          await first
          return { status: 201, json: anImage({ id }) }
        },
        'GET /api/images': noneEarlier,
      },
    })
    drop(aFile(), aFile())
    await waitFor(() => expect(studio.asked(UPLOAD)).toHaveLength(1))
    expect(screen.queryByRole('dialog')).toBeNull()
    arrive()
    const dialog = within(await screen.findByRole('dialog', { name: 'Several at once' }))
    await dialog.findByRole('checkbox', { name: 'Picture 2' })
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: 'Several…' }))
    const again = within(await screen.findByRole('dialog', { name: 'Several at once' }))
    expect(again.queryByRole('checkbox', { name: 'Picture 3' })).toBeNull()
    expect(studio.asked(UPLOAD)).toHaveLength(2)
  })
})
