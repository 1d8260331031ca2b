// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { listedTasks } from '@/lib/client/task-cache'
import { aPage, aQueue, aTask, aVideo } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { TaskStatus } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ToastPlace } from '../shell/toast-place'
import { renderInStudio, watchConsole } from '../test-render'
import { TaskFacts } from '../task/task-facts'
import { ClipPage } from './clip-page'

watchConsole()

type Routes = Parameters<typeof startTestStudio>[0]

async function openTask(task: TaskOnWire, routes: Routes = {}) {
  const studio = await startTestStudio({ 'GET /api/queue': () => ({ json: aQueue() }), ...routes })
  const page = renderInStudio(
    <>
      <ClipPage id={task.id} isSheetOpen />
      <ToastPlace />
    </>,
    { list: aPage([task]) },
  )
  return { studio, user: userEvent.setup(), ...page }
}

function actions(): (string | null)[] {
  const section = within(screen.getByRole('region', { name: 'What you can do' }))
  return [...section.queryAllByRole('link'), ...section.queryAllByRole('button')].map(
    (element) => element.textContent,
  )
}

test.each<[TaskStatus, string[]]>([
  ['queued', ['Use again', 'Cancel', 'Delete']],
  ['submitting', ['Use again']],
  ['running', ['Use again']],
  ['archiving', ['Use again']],
  ['succeeded', ['Download', 'Use again', 'Delete']],
  ['failed', ['Use again', 'Try again', 'Delete']],
  ['unconfirmed', ['Use again']],
  ['canceled', ['Use again', 'Try again', 'Delete']],
])('a task that is %s offers what fits', async (status, expected) => {
  await openTask(aTask({ status, videos: status === 'succeeded' ? [aVideo()] : [] }))
  expect(actions()).toEqual(expected)
  expect(screen.queryByRole('region', { name: 'Decide what happens' }) !== null).toBe(
    status === 'unconfirmed',
  )
})

test.each([
  [299, false],
  [300, true],
])('made longer where a first frame may be so small: %s pixels', async (height, isOffered) => {
  await openTask(aTask({ status: 'succeeded', videos: [aVideo({ width: 600, height })] }))
  const longer = screen.getByRole('button', { name: 'Make it longer' })
  expect(longer.hasAttribute('disabled')).toBe(!isOffered)
  expect(screen.queryByText(/a first frame needs 300/) === null).toBe(isOffered)
})

test('the clip is there with what is known of it', async () => {
  const video = aVideo({ durationMs: 8000 })
  const { container } = await openTask(
    aTask({
      status: 'succeeded',
      videos: [video],
      params: { duration: 5, resolution: '540p', seed: 7 },
      usage: { seconds: 5, moons: 3 },
      taskId: 'vendor-1',
      submittedAt: '2026-03-01T10:00:05.000Z',
      finishedAt: '2026-03-01T10:01:25.000Z',
    }),
  )
  expect(container.querySelector('video')?.getAttribute('src')).toBe(video.url)
  expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(
    video.downloadUrl,
  )
  expect(screen.getByRole('link', { name: 'Use again' }).getAttribute('href')).toBe('/?from=task-1')
  const facts = screen
    .getAllByRole('term')
    .map((term) => [term.textContent, term.nextSibling?.textContent])
  expect(facts).toEqual([
    ['Model', 'v5'],
    ['Mode', 'One picture'],
    ['Length', '5 s'],
    ['Resolution', '540p'],
    ['Seed', '7'],
    ['Size', '810 × 540'],
    ['Length', '8 s'],
    ['File', '1.2 MB'],
    ['SHA-256', video.sha256],
    ['Created', 'Mar 1, 10:00'],
    ['Sent', 'Mar 1, 10:00'],
    ['Finished', 'Mar 1, 10:01'],
    ['Took', '1 min 20 s'],
    ['Estimate', '45 credits, about $0.45'],
    ['Seconds used', '5'],
    ['moons', '3'],
    ["Gateway's task id", 'vendor-1'],
  ])
  expect(screen.getByText('5 s were asked for, the gateway made 8 s.')).toBeTruthy()
})

test.each([
  ['en', ['References', 'Fast', '3D animation', 'Zoom in', 'on', '@cat · Background']],
  ['zh', ['参考图', '快速', '3D 动画', '拉近', '开', '@cat · 背景']],
] as const)('settings and pictures are told in words, in %s', async (locale, words) => {
  const task = aTask({
    mode: 'reference',
    params: {
      duration: 5,
      resolution: '540p',
      motionMode: 'fast',
      style: '3d_animation',
      cameraMovement: 'zoom_in',
      soundEffectSwitch: true,
    },
    inputs: [
      {
        role: 'reference',
        imageId: 'a',
        url: '/a.jpg',
        thumbUrl: null,
        blur: null,
        width: 600,
        height: 400,
        type: 'background',
        refName: 'cat',
      },
    ],
  })
  renderInStudio(<TaskFacts task={task} />, { locale })
  for (const word of words) expect(screen.getByText(word, { exact: true })).toBeTruthy()
})

test('a failure says why and what to do', async () => {
  const error = { code: 'moderation_text', message: 'Moderation refused the text.' }
  await openTask(aTask({ status: 'failed', error }))
  const said = screen.getByText('Moderation refused the text.').parentElement?.textContent
  expect(said).toContain('Failed')
  expect(screen.getByText(/prompt and settings are kept.*try again/)).toBeTruthy()
})

test('trying again makes a new task under one key, and goes there', async () => {
  let isDown = true
  const { studio, user, router } = await openTask(aTask({ status: 'failed' }), {
    'POST /api/tasks/task-1/retry': () =>
      isDown ? null : { status: 202, json: aTask({ id: 'task-2', status: 'queued' }) },
  })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText(/does not answer/)
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/tasks/task-2'))
  const [first, second] = studio.asked('POST /api/tasks/task-1/retry')
  expect(first?.key).toMatch(/^[0-9a-f]{32}$/)
  expect(second?.key).toBe(first?.key)
})

test('canceling shows the new state; too late, it says so', async () => {
  let isTooLate = true
  const { user } = await openTask(aTask({ status: 'queued' }), {
    'POST /api/tasks/task-1/cancel': () =>
      isTooLate
        ? { status: 409, json: anError('conflict', 'This has changed.') }
        : { json: aTask({ status: 'canceled' }) },
  })
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect((await screen.findByRole('alert')).textContent).toBe('This has changed.')
  isTooLate = false
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await screen.findByText('Canceled')
})

describe('deleting', () => {
  const RESTORE = 'POST /api/tasks/task-1/restore'
  const task = aTask({ status: 'failed' })
  const routes: Routes = {
    'DELETE /api/tasks/task-1': () => ({ status: 204, text: '' }),
    [RESTORE]: () => ({ json: task }),
  }

  test('leaves for the gallery, and can be taken back by its button', async () => {
    const { studio, user, router, client } = await openTask(task, routes)
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(router.push).toHaveBeenCalledWith('/gallery'))
    expect(listedTasks(client)).toEqual([])
    expect(screen.getByText('Moved to the trash for 30 days.', { selector: '[role=status]' }))
    await user.click(await screen.findByRole('button', { name: /Undo/ }))
    await waitFor(() => expect(listedTasks(client)).toEqual([task]))
    expect(studio.asked(RESTORE)).toHaveLength(1)
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull()
  })

  test('is taken back by the keyboard, but not from a box to write in', async () => {
    const { studio, user, client } = await openTask(task, routes)
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await screen.findByRole('button', { name: /Undo/ })
    const box = document.body.appendChild(document.createElement('input'))
    box.focus()
    await user.keyboard('{Control>}z{/Control}')
    box.remove()
    expect(studio.asked(RESTORE)).toHaveLength(0)
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(listedTasks(client)).toEqual([task]))
  })

  test('that cannot be taken back says why', async () => {
    const { user } = await openTask(task, {
      ...routes,
      [RESTORE]: () => ({ status: 404, json: anError('not_found', 'It is gone.') }),
    })
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await user.click(await screen.findByRole('button', { name: /Undo/ }))
    expect((await screen.findAllByText('It is gone.')).length).toBeGreaterThan(0)
  })
})

describe('an unclear task waits for a word', () => {
  const RESOLVE = 'POST /api/tasks/task-1/resolve'
  const unclear = () => aTask({ status: 'unconfirmed', attempt: 2 })
  const routes: Routes = { [RESOLVE]: () => ({ json: aTask({ status: 'queued', attempt: 3 }) }) }
  const bodyOf = (studio: Awaited<ReturnType<typeof openTask>>['studio']) =>
    JSON.parse(studio.asked(RESOLVE)[0]?.body ?? 'null')

  test('connecting it needs the gateway’s id', async () => {
    const { studio, user } = await openTask(unclear(), routes)
    await user.click(screen.getByText('It was made: connect it'))
    await user.click(screen.getByRole('button', { name: 'Connect' }))
    expect(screen.getByText("Enter the task id from the gateway's console.")).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Task id' }), ' vendor-9 ')
    await user.click(screen.getByRole('button', { name: 'Connect' }))
    await waitFor(() => expect(studio.asked(RESOLVE)).toHaveLength(1))
    expect(bodyOf(studio)).toEqual({ attempt: 2, action: 'attach', taskId: 'vendor-9' })
  })

  test('sending it again says that it may be charged twice', async () => {
    const { studio, user } = await openTask(unclear(), routes)
    await user.click(screen.getByText('It was not made: send it again'))
    expect(screen.getByText(/it will be charged twice/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Send again, even if charged twice' }))
    await screen.findByText('Waiting')
    expect(bodyOf(studio)).toEqual({ attempt: 2, action: 'resend' })
  })

  test('sending it again says what it may cost', async () => {
    const { user } = await openTask(unclear())
    await user.click(screen.getByText('It was not made: send it again'))
    expect(screen.getByText(/Estimated at \$0\.45/)).toBeTruthy()
  })

  test('a task id that another task has is told at the field', async () => {
    const sentence = 'This number belongs to another task here.'
    const fields = [{ path: 'taskId', code: 'task_id_taken', message: sentence }]
    const { user } = await openTask(unclear(), {
      [RESOLVE]: () => ({ status: 422, json: anError('invalid', 'Some do not fit.', fields) }),
    })
    await user.click(screen.getByText('It was made: connect it'))
    const box = screen.getByRole('textbox', { name: 'Task id' })
    await user.type(box, 'vendor-9{Enter}')
    await screen.findByText(sentence)
    expect(box.getAttribute('aria-invalid')).toBe('true')
    expect(screen.queryByText('Some do not fit.')).toBeNull()
  })

  test('it can be let go; somebody who was faster is no error, and what became of it is shown', async () => {
    const conflict = anError('conflict', 'This has changed.')
    const { studio, user } = await openTask(unclear(), {
      [RESOLVE]: () => ({ status: 409, json: conflict }),
      'GET /api/tasks/task-1': () => ({ json: aTask({ status: 'queued', attempt: 3 }) }),
    })
    await user.click(screen.getByText('Let it go'))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await screen.findByText('Waiting')
    expect(screen.getAllByText(/This was already decided/).length).toBeGreaterThan(0)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(bodyOf(studio)).toEqual({ attempt: 2, action: 'dismiss' })
  })
})
