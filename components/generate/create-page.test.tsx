// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { anImage, aPage, aQueue, aTask } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { Locale } from '@/lib/shared/locale'
import type { TaskOnWire } from '@/lib/shared/wire'
import { renderInStudio, watchConsole } from '../test-render'
import { CreatePage } from './create-page'

watchConsole()

const STUDIO = { rules: 'strict', uploadMaxBytes: 1024 * 1024, isSimulator: true } as const
const POST = 'POST /api/tasks'
const UPLOAD = 'POST /api/images'

type Routes = Parameters<typeof startTestStudio>[0]

const usualRoutes = (): Routes => ({
  [UPLOAD]: () => ({ status: 201, json: anImage() }),
  [POST]: () => ({ status: 202, json: aTask({ id: 'task-new', status: 'queued' }) }),
  'GET /api/queue': () => ({ json: aQueue({ queued: 1 }) }),
  'GET /examples/coffee.webp': () => ({ text: 'a picture' }),
})

async function openPage(
  options: { routes?: Routes; locale?: Locale; origin?: TaskOnWire; tasks?: TaskOnWire[] } = {},
) {
  const studio = await startTestStudio({ ...usualRoutes(), ...options.routes })
  const page = drawPage(options)
  return { studio, user: userEvent.setup(), ...page }
}

function drawPage(options: { locale?: Locale; origin?: TaskOnWire; tasks?: TaskOnWire[] } = {}) {
  const { origin = null, locale, tasks = [aTask({ id: 'task-0', status: 'failed' })] } = options
  return renderInStudio(<CreatePage studio={STUDIO} origin={origin} />, {
    locale,
    list: aPage(tasks),
  })
}

const picture = () => screen.getByLabelText<HTMLInputElement>('Picture')
const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' })
const button = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: /^(Generate|Started|Sending)/ })

async function fill(user: ReturnType<typeof userEvent.setup>, words = 'Steam rises') {
  await user.upload(picture(), new File(['bytes'], 'a.png', { type: 'image/png' }))
  await screen.findByRole('img', { name: 'Your picture' })
  await user.type(prompt(), words)
}

const drop = (file: File) =>
  fireEvent.drop(document.body, {
    dataTransfer: { types: ['Files'], files: [file], getData: () => '' },
  })

/** What is said beside a field, as a screen reader finds it. */
function complaintOf(field: HTMLElement): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

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
    const { studio, user, container } = await openPage()
    await fill(user)
    const field = container.querySelector<HTMLInputElement>('#seed') ?? picture()
    fireEvent.change(field, { target: { value: seed } })
    await user.click(button())
    await waitFor(() => expect(complaintOf(field)).toContain(sentence))
    expect(field.closest('details')?.open).toBe(true)
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
    expect(screen.getByText('Does not fit.').getAttribute('role')).toBe('alert')
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
    expect((await screen.findByText('No room.')).getAttribute('role')).toBe('alert')
    expect(prompt().value).toBe('Steam rises')
  })
})

describe('one press, one task', () => {
  test('two clicks, and a third as the answer is in, make one post', async () => {
    const { studio, user } = await openPage()
    await fill(user)
    fireEvent.click(button())
    fireEvent.click(button())
    await screen.findByRole('button', { name: 'Started' })
    fireEvent.submit(button().closest('form') ?? button())
    await act(() => Promise.resolve())
    expect(studio.asked(POST)).toHaveLength(1)
    expect(studio.asked(POST)[0]?.key).toMatch(/^[0-9a-f]{32}$/)
  })

  test('the body has the page’s own names, and only what was set', async () => {
    const { studio, user } = await openPage()
    await fill(user)
    await user.click(screen.getByRole('radio', { name: '720p' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
    expect(JSON.parse(studio.asked(POST)[0]?.body ?? '')).toEqual({
      model: 'aisphere-v5',
      prompt: 'Steam rises',
      image: { imageId: 'image-1' },
      resolution: '720p',
      duration: 5,
    })
  })

  test('a reload during the post brings everything back, under the same key', async () => {
    let answer = () => {}
    const { studio, user, unmount } = await openPage({
      routes: { [POST]: () => new Promise((resolve) => (answer = () => resolve(null))) },
    })
    await fill(user)
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
    unmount()
    answer()

    drawPage()
    await screen.findByRole('img', { name: 'Your picture' })
    expect(prompt().value).toBe('Steam rises')
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(2))
    const [first, second] = studio.asked(POST)
    expect(second?.key).toBe(first?.key)
    expect(second?.body).toBe(first?.body)
    answer()
    await screen.findByText(/will not be made twice/)
  })

  test('no answer: the same key again; other words: another key', async () => {
    const { studio, user } = await openPage({ routes: { [POST]: () => null } })
    await fill(user)
    await user.click(button())
    await screen.findByText(/will not be made twice/)
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(2))
    await waitFor(() => expect(button().disabled).toBe(false))
    await user.type(prompt(), '!')
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(3))
    const keys = studio.asked(POST).map(({ key }) => key)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
    await waitFor(() => expect(button().disabled).toBe(false))
  })

  test('an accepted task is on the page at once, the next one takes a new key', async () => {
    const { studio, user } = await openPage()
    await fill(user)
    await user.click(button())
    const making = await screen.findByRole('list', { name: 'In the making' })
    expect(within(making).getByText('Waiting')).toBeTruthy()
    expect(screen.getByText('Started. You can go on with the next one.').role).toBe('status')
    expect(prompt().value).toBe('Steam rises')
    expect(screen.getByRole('img', { name: 'Your picture' })).toBeTruthy()
    await screen.findByRole('button', { name: 'Generate' }, { timeout: 3_000 })
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(2))
    const keys = studio.asked(POST).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
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
    expect(screen.getByText('v4.5 does not have 10 s: now 5 s.')).toBeTruthy()
    expect(screen.getByRole('radio', { name: '720p' })).toHaveProperty('checked', true)
    expect(prompt().value).toBe('Steam rises')
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
    const { container } = await openPage()
    const line = screen.getByText('seed free · no negative prompt')
    const seed = container.querySelector('#seed')
    if (seed) fireEvent.change(seed, { target: { value: '42' } })
    expect(line.textContent).toBe('seed 42 · no negative prompt')
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
    expect(screen.getByText('seed 7 · no negative prompt')).toBeTruthy()
    expect(window.location.search).toBe('')
  })
})

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
    fireEvent.paste(document.body, { clipboardData: { files: [file] } })
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
