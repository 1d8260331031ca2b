// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aPage, aQueue, aTask, aVideo } from '@/lib/client/test-builders'
import { startTestStudio } from '@/lib/client/test-studio'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ToastPlace } from '../shell/toast-place'
import { renderInStudio, watchConsole } from '../test-render'
import { ClipPage } from './clip-page'

watchConsole()

const live = aTask({ status: 'succeeded', videos: [aVideo()] })
const inTrash = () => ({ ...live, deletedAt: new Date().toISOString() })
const CHANGES = 'POST /api/changes'
const aChange = (kind: string) => ({
  id: 'change-1',
  kind,
  state: 'done',
  total: 1,
  done: 1,
  skipped: 0,
  canUndo: false,
  undoes: null,
  createdAt: '2026-03-01T10:00:00.000Z',
  finishedAt: '2026-03-01T10:00:00.000Z',
})

async function openClip(task: TaskOnWire, locale: 'en' | 'zh' = 'en') {
  let after: TaskOnWire[] = [task]
  const studio = await startTestStudio({
    'GET /api/queue': () => ({ json: aQueue() }),
    'GET /api/tasks': () => ({ json: aPage(after) }),
    'POST /api/changes/preview': () => ({ json: { total: 1, possible: 1, estimate: null } }),
    [CHANGES]: ({ body }) => {
      const { kind } = JSON.parse(body).action
      after = kind === 'restore' ? [live] : []
      return { json: aChange(kind) }
    },
  })
  const page = renderInStudio(
    <>
      <ClipPage id={task.id} isSheetOpen />
      <ToastPlace />
    </>,
    { list: aPage([task]), locale },
  )
  const asked = () => studio.asked(CHANGES).map(({ body }) => JSON.parse(body))
  return { studio, asked, user: userEvent.setup(), ...page }
}

test.each([
  ['en', 'In the trash', '30 days left', 'Put back', 'Delete for good'],
  ['zh', '回收站中', '还剩 30 天', '恢复', '永久删除'],
] as const)(
  'says where it is and for how long, in %s',
  async (locale, place, left, back, purge) => {
    const { container } = await openClip(inTrash(), locale)
    expect(screen.getByRole('region', { name: place }).textContent).toContain(left)
    expect(await screen.findByRole('button', { name: back })).toBeTruthy()
    expect(screen.getByRole('button', { name: purge })).toBeTruthy()
    expect(container.querySelector('video')?.getAttribute('src')).toBe(live.videos[0]?.url)
  },
)

test('is looked at, and nothing else is offered or done by a key', async () => {
  const { studio, user, router } = await openClip(inTrash())
  await screen.findByRole('button', { name: 'Put back' })
  for (const name of ['What you can do', 'What you keep with it', 'Go on from it'])
    expect(screen.queryByText(name) ?? screen.queryByLabelText(name), name).toBeNull()
  expect(screen.queryByRole('link', { name: 'Use again' })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.keyboard('f150trud{Delete}{Backspace}')
  expect(router.push).not.toHaveBeenCalled()
  expect(studio.seen.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('whose file is gone says so, and offers nothing that would be refused', async () => {
  const { container } = await openClip({ ...inTrash(), taskId: 'vendor-1' })
  const video = container.querySelector('video')
  if (video) fireEvent.error(video)
  await screen.findByText('The file of this clip is gone')
  expect(screen.queryByRole('button', { name: /Ask the gateway/ })).toBeNull()
  expect(screen.queryByRole('link', { name: /settings again/ })).toBeNull()
})

test('put back it is a clip like any other', async () => {
  const { asked, user } = await openClip(inTrash())
  await user.click(await screen.findByRole('button', { name: 'Put back' }))
  await screen.findByRole('link', { name: 'Download' })
  expect(screen.queryByRole('region', { name: 'In the trash' })).toBeNull()
  expect(asked()).toEqual([{ action: { kind: 'restore' }, selection: { ids: ['task-1'] } }])
})

test('deleting it for good is asked about first, and leads away', async () => {
  const { asked, user, router } = await openClip(inTrash())
  await user.click(await screen.findByRole('button', { name: 'Delete for good' }))
  const confirm = await screen.findByRole('button', { name: 'Delete 1 clip', hidden: true })
  expect(asked()).toEqual([])
  await user.click(confirm)
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/gallery'))
  expect(asked()).toMatchObject([{ action: { kind: 'purge', confirmed: 1 } }])
})
