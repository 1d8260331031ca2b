// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { anImage, aPage } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { BatchOnWire } from '@/lib/shared/batch-wire'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import type { TaskBody } from '@/lib/shared/task-schema'
import { renderInStudio, watchConsole } from '../../test-render'
import { BatchStrips } from './batch-strips'
import { CostNote } from './cost-note'
import { SeveralButton } from './several-button'

watchConsole()

// jsdom has the element, not what it does.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

const BODY: TaskBody = {
  model: 'aisphere-v4.5',
  prompt: 'Steam rises',
  image: { imageId: 'image-1' },
  resolution: '540p',
  duration: 5,
}
const POST = 'POST /api/batches'

function aBatch(overrides: Partial<BatchOnWire> = {}): BatchOnWire {
  const none = { queued: 0, submitting: 0, running: 0, archiving: 0 }
  const ends = { succeeded: 0, failed: 0, unconfirmed: 0, canceled: 0 }
  return {
    id: 'batch-1',
    name: null,
    status: 'active',
    pausedAt: null,
    total: 12,
    counts: { ...none, ...ends, ...overrides.counts },
    estimate: null,
    createdAt: '2026-03-01T10:00:00.000Z',
    owner: 'local',
    ...overrides,
  }
}

describe('what a clip is likely to cost', () => {
  const draw = (body: TaskBody, prices = DEFAULT_PRICES) =>
    renderInStudio(<CostNote id="estimate" body={body} prices={prices} />)

  test('is said as an estimate, with what makes it up', () => {
    draw({ ...BODY, motionMode: 'fast', soundEffectSwitch: true })
    expect(document.getElementById('estimate')?.textContent).toBe(
      'Estimate: 100 credits, about $1.00',
    )
    const parts = screen.getAllByRole('term').map((term) => {
      const value = term.nextElementSibling?.textContent
      return `${term.textContent}: ${value}`
    })
    expect(parts).toEqual([
      '540p, 5 s: 45 credits',
      'Fast (×2): +45',
      'Sound effect: +10',
      'Price of a credit: $0.01',
    ])
    expect(screen.getByText(/not a bill/)).toBeTruthy()
  })

  test('is in the currency of the table', () => {
    draw(BODY, { ...DEFAULT_PRICES, creditPrice: 0.07, currency: 'EUR' })
    expect(screen.getByText('Estimate: 45 credits, about €3.15')).toBeTruthy()
  })

  test('is not known where the table has no price', () => {
    draw({ ...BODY, resolution: '1080p', duration: 10 })
    expect(screen.getByText('No estimate for this combination')).toBeTruthy()
  })
})

describe('several at once', () => {
  type Routes = Parameters<typeof startTestStudio>[0]
  async function open(options: { body?: TaskBody; routes?: Routes } = {}) {
    const studio = await startTestStudio({
      [POST]: () => ({ status: 202, json: { ...aBatch(), tasks: [] } }),
      'GET /api/tasks': () => ({ json: aPage([]) }),
      'GET /api/queue': () => ({ status: 503, json: anError('busy', 'Busy.') }),
      'POST /api/images': () => ({ status: 201, json: anImage({ id: 'image-2' }) }),
      'GET /api/images': () => ({ json: { images: [], nextCursor: null } }),
      ...options.routes,
    })
    const user = userEvent.setup()
    const onDone = vi.fn()
    const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault())
    renderInStudio(
      <form aria-label="form" onSubmit={onSubmit}>
        <SeveralButton
          readBody={() => options.body ?? BODY}
          pictureUrl="/media/a.jpg"
          rules="strict"
          prices={DEFAULT_PRICES}
          uploadMaxBytes={50_000_000}
          isSimulator={false}
          onDone={onDone}
        />
      </form>,
    )
    await user.click(screen.getByRole('button', { name: 'Several…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Several at once' })
    return { studio, user, dialog, onDone, onSubmit }
  }
  const variations = () => screen.getByRole('spinbutton', { name: 'Variations' })
  const ask = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Make…' })
  const sentBodies = (studio: Awaited<ReturnType<typeof startTestStudio>>) =>
    studio.asked(POST).map(({ body }): TaskBody[] => JSON.parse(body).tasks)

  test('makes variations with seeds of their own, once both number and price are confirmed', async () => {
    const { studio, user, dialog, onDone, onSubmit } = await open()
    expect(within(dialog).getByText('1 clip')).toBeTruthy()
    await user.clear(variations())
    await user.type(variations(), '3')
    await within(dialog).findByText('3 clips')
    await user.dblClick(ask())
    expect(within(dialog).getByText('Make 3 clips for about 135 credits ($1.35)?')).toBeTruthy()
    expect(studio.asked(POST)).toEqual([])
    const yes = screen.getByRole<HTMLButtonElement>('button', { name: 'Make 3 clips' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await waitFor(() => expect(document.activeElement).toBe(yes))
    await user.dblClick(yes)
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
    const [tasks = [], ...more] = sentBodies(studio)
    expect(more).toEqual([])
    expect(new Set(tasks.map(({ seed }) => seed)).size).toBe(3)
    expect(tasks.map((task) => ({ ...task, seed: undefined }))).toEqual([BODY, BODY, BODY])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(onSubmit).not.toHaveBeenCalled()
  })

  test('counts up from the seed of the form', async () => {
    const { studio, user, dialog } = await open({ body: { ...BODY, seed: 41 } })
    await user.clear(variations())
    await user.type(variations(), '2')
    await user.click(within(dialog).getByRole('radio', { name: 'counting up from 41' }))
    await user.click(ask())
    const yes = screen.getByRole<HTMLButtonElement>('button', { name: 'Make 2 clips' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    await waitFor(() => expect(sentBodies(studio)).toHaveLength(1))
    expect(sentBodies(studio)[0]?.map(({ seed }) => seed)).toEqual([41, 42])
  })

  test('combines pictures, prompts and settings, and says what is left out and why', async () => {
    const { user, dialog } = await open()
    const add = within(dialog).getByLabelText('Add pictures')
    await user.upload(add, new File(['bytes'], 'b.png', { type: 'image/png' }))
    await within(dialog).findByRole('checkbox', { name: 'Picture 2' })
    await user.type(screen.getByRole('textbox', { name: 'More prompts' }), 'It rains{Enter}  ')
    await within(dialog).findByText('4 clips')
    for (const name of ['8 s', 'fast']) await user.click(within(dialog).getByLabelText(name))
    await within(dialog).findByText('12 clips')
    expect(within(dialog).getByText('4 of 16 left out: Fast motion needs 5 seconds.')).toBeTruthy()
    await user.click(within(dialog).getByRole('checkbox', { name: 'Picture 2' }))
    await within(dialog).findByText('6 clips')
  })

  test('varies the negative prompt and the words on a sound, the form’s own among them', async () => {
    const { studio, user, dialog } = await open({
      body: { ...BODY, soundEffectSwitch: true, soundEffectContent: 'wind' },
    })
    const sounds = within(dialog).getByLabelText('More sounds')
    await user.type(sounds, 'birds{Enter}wind')
    await within(dialog).findByText('2 clips')
    const negative = within(dialog).getByLabelText('More negative prompts')
    await user.type(negative, 'fog{Enter}text')
    await within(dialog).findByText('4 clips')
    const summary = within(dialog).getByText('Settings to vary').closest('summary')
    expect(summary?.textContent).toContain('Negative prompt · Sound in words')
    await user.click(ask())
    const yes = screen.getByRole<HTMLButtonElement>('button', { name: 'Make 4 clips' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    await waitFor(() => expect(sentBodies(studio)).toHaveLength(1))
    const sound = (soundEffectContent: string) => ({ soundEffectSwitch: true, soundEffectContent })
    expect(sentBodies(studio)[0]).toEqual([
      { ...BODY, ...sound('wind'), negativePrompt: 'fog' },
      { ...BODY, ...sound('birds'), negativePrompt: 'fog' },
      { ...BODY, ...sound('wind'), negativePrompt: 'text' },
      { ...BODY, ...sound('birds'), negativePrompt: 'text' },
    ])
  })

  test('words on a sound turn it on, beside none where that is chosen', async () => {
    const { user, dialog } = await open()
    await user.type(within(dialog).getByLabelText('More sounds'), 'birds{Enter}rain')
    await within(dialog).findByText('2 clips')
    const fold = within(dialog).getByRole('group', { name: 'Sound effect' })
    for (const name of ['on', 'off']) {
      const box = within(fold).getByLabelText<HTMLInputElement>(name)
      if (!box.checked) await user.click(box)
    }
    await within(dialog).findByText('3 clips')
    // Looked at again, it is as it was left.
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: 'Several…' }))
    const again = within(await screen.findByRole('dialog', { name: 'Several at once' }))
    await again.findByText('3 clips')
    expect(again.getByLabelText('More sounds')).toHaveProperty('value', 'birds\nrain')
    expect(again.getByText('Settings to vary').closest('details')?.open).toBe(true)
  })

  test('a model without sound effects has no words on them', async () => {
    const { dialog } = await open({ body: { ...BODY, model: 'aisphere-v5.5' } })
    expect(within(dialog).getByLabelText('More negative prompts')).toBeTruthy()
    expect(within(dialog).queryByLabelText('More sounds')).toBeNull()
  })

  test('offers the pictures that were brought in before, but not those that are there', async () => {
    const images = ['image-9', 'image-1'].map((id) => anImage({ id }))
    const { studio, user, dialog } = await open({
      routes: { 'GET /api/images': () => ({ json: { images, nextCursor: 'more' } }) },
    })
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Picture 2' }))
    await within(dialog).findByText('2 clips')
    expect(within(dialog).queryByRole('checkbox', { name: 'Picture 3' })).toBeNull()
    await user.click(ask())
    const yes = screen.getByRole<HTMLButtonElement>('button', { name: 'Make 2 clips' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    await waitFor(() => expect(sentBodies(studio)).toHaveLength(1))
    expect(sentBodies(studio)[0]?.map(({ image }) => image?.imageId)).toEqual([
      'image-1',
      'image-9',
    ])
  })

  test('sends no more than a batch holds', async () => {
    const { user, dialog } = await open()
    await user.clear(variations())
    await user.type(variations(), '101')
    await user.type(screen.getByRole('textbox', { name: 'More prompts' }), 'It rains')
    await within(dialog).findByText(/At most 200 at once/)
    expect(ask().disabled).toBe(true)
  })

  test('says what is missing while the form is not complete', async () => {
    const { image: _, ...rest } = BODY
    const { dialog } = await open({ body: { ...rest, prompt: '' } })
    expect(within(dialog).getByText('No clip yet')).toBeTruthy()
    expect(within(dialog).getByText(/1 of 1 left out: Choose a picture first\./)).toBeTruthy()
    expect(ask().disabled).toBe(true)
  })

  test('without an answer the same goes out again under the same key', async () => {
    let isDown = true
    const { studio, user, dialog } = await open({
      routes: {
        [POST]: () => (isDown ? null : { status: 202, json: { ...aBatch(), tasks: [] } }),
      },
    })
    await user.click(ask())
    const yes = screen.getByRole<HTMLButtonElement>('button', { name: 'Make one clip' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    await within(dialog).findByText(/nothing is made twice/)
    isDown = false
    await user.click(screen.getByRole('button', { name: 'Make one clip' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const [first, second] = studio.asked(POST)
    expect(second?.key).toBe(first?.key)
    expect(second?.body).toBe(first?.body)
  })

  test('a refusal names the clip that it is about', async () => {
    const fields = [{ path: 'tasks.0.image', code: 'unknown_picture', message: 'Choose it again.' }]
    const { user, dialog } = await open({
      routes: {
        [POST]: () => ({ status: 422, json: anError('invalid', 'Something is wrong.', fields) }),
      },
    })
    await user.click(ask())
    const yes = screen.getByRole<HTMLButtonElement>('button', { name: 'Make one clip' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    await within(dialog).findByText('Something is wrong. Clip 1: Choose it again.')
  })
})

describe('the strip of a batch', () => {
  const COUNTS = { ...aBatch().counts, succeeded: 3, running: 2, queued: 7 }

  test('says how it stands, and holds back and lets go', async () => {
    let batch = aBatch({ counts: COUNTS })
    const studio = await startTestStudio({
      'GET /api/batches': () => ({ json: { batches: [batch], nextCursor: null } }),
      'POST /api/batches/batch-1/pause': () => {
        batch = { ...batch, status: 'paused', pausedAt: '2026-03-01T10:01:00.000Z' }
        return { json: batch }
      },
      'POST /api/batches/batch-1/resume': () => {
        batch = { ...batch, status: 'active', pausedAt: null }
        return { json: batch }
      },
    })
    const user = userEvent.setup()
    renderInStudio(<BatchStrips />)
    const strip = await screen.findByRole('listitem')
    expect(strip.textContent).toContain('Batch of 12')
    expect(strip.textContent).toContain('3 done · 2 in progress · 7 waiting')
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    await screen.findByText('Paused')
    await user.click(screen.getByRole('button', { name: 'Resume' }))
    await screen.findByRole('button', { name: 'Pause' })
    expect(screen.queryByText('Paused')).toBeNull()
    expect(studio.asked('POST /api/batches/batch-1/pause')).toHaveLength(1)
  })

  test('cancels what waits when asked twice, and says what became of it', async () => {
    let batches = [aBatch({ name: 'Cats', counts: COUNTS })]
    const studio = await startTestStudio({
      'GET /api/batches': () => ({ json: { batches, nextCursor: null } }),
      'GET /api/tasks': () => ({ json: aPage([]) }),
      'GET /api/queue': () => ({ status: 503, json: anError('busy', 'Busy.') }),
      'POST /api/batches/batch-1/cancel': () => {
        batches = []
        return { json: { ...aBatch(), canceledNow: 7, goingOn: 2 } }
      },
    })
    const user = userEvent.setup()
    renderInStudio(<BatchStrips />)
    await screen.findByText('Cats: 12 clips')
    await user.click(screen.getByRole('button', { name: 'Cancel what waits' }))
    await user.click(screen.getByRole('button', { name: 'Keep them' }))
    expect(studio.asked('POST /api/batches/batch-1/cancel')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Cancel what waits' }))
    await user.click(screen.getByRole('button', { name: 'Cancel them' }))
    await screen.findByText('7 were canceled. 2 are with the gateway and go on.')
  })

  test('what the studio answers instead is said where it was asked', async () => {
    await startTestStudio({
      'GET /api/batches': () => ({
        json: { batches: [aBatch({ counts: COUNTS })], nextCursor: null },
      }),
      'POST /api/batches/batch-1/pause': () => ({ status: 503, json: anError('busy', 'Busy.') }),
    })
    const user = userEvent.setup()
    renderInStudio(<BatchStrips />, { locale: 'zh' })
    await screen.findByText('一批 12 个')
    await user.click(screen.getByRole('button', { name: '暂停' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Busy.')
  })
})
