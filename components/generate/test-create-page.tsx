import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import { anImage, aPage, aQueue, aTask } from '@/lib/client/test-builders'
import { startTestStudio } from '@/lib/client/test-studio'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import type { Locale } from '@/lib/shared/locale'
import type { TaskOnWire } from '@/lib/shared/wire'
import { renderInStudio } from '../test-render'
import { CreatePage } from './create-page'
import type { Origin } from './origin'

// For tests of the create page: it with a studio behind it, and a person's hands and eyes.

export const STUDIO = {
  rules: 'strict',
  uploadMaxBytes: 1024 * 1024,
  isSimulator: true,
  prices: DEFAULT_PRICES,
} as const
export const POST = 'POST /api/tasks'
export const UPLOAD = 'POST /api/images'

export type Routes = Parameters<typeof startTestStudio>[0]

export const usualRoutes = (): Routes => ({
  [UPLOAD]: () => ({ status: 201, json: anImage() }),
  [POST]: () => ({ status: 202, json: aTask({ id: 'task-new', status: 'queued' }) }),
  'GET /api/queue': () => ({ json: aQueue({ queued: 1 }) }),
  'GET /examples/coffee.webp': () => ({ text: 'a picture' }),
})

export async function openPage(
  options: {
    routes?: Routes
    locale?: Locale
    origin?: TaskOnWire | Origin
    tasks?: TaskOnWire[]
  } = {},
) {
  const studio = await startTestStudio({ ...usualRoutes(), ...options.routes })
  const page = drawPage(options)
  return { studio, user: userEvent.setup(), ...page }
}

export function drawPage(
  options: { locale?: Locale; origin?: TaskOnWire | Origin; tasks?: TaskOnWire[] } = {},
) {
  const { origin, locale, tasks = [aTask({ id: 'task-0', status: 'failed' })] } = options
  return renderInStudio(<CreatePage studio={STUDIO} origin={originOf(origin)} />, {
    locale,
    list: aPage(tasks),
  })
}

/** A task alone is gone on from with all of it. */
function originOf(origin: TaskOnWire | Origin | undefined): Origin | null {
  if (!origin) return null
  return 'task' in origin ? origin : { task: origin, way: 'all', frame: null }
}

export const picture = () => screen.getByLabelText<HTMLInputElement>('Picture')
export const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' })
export const button = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: /^(Generate|Started|Sending)/ })

/** The button once it can be pressed: until then a picture is on its way. */
export const readyButton = () => screen.findByRole('button', { name: /^Generate/ })

/** Unfolds the settings; jsdom does not do it by a click. */
export function openMore(): HTMLDetailsElement {
  const fold = screen.getByText('More').closest('details')
  if (!fold) throw new Error('no fold')
  fold.open = true
  fireEvent(fold, new Event('toggle'))
  return fold
}

export async function fill(user: ReturnType<typeof userEvent.setup>, words = 'Steam rises') {
  await user.upload(picture(), new File(['bytes'], 'a.png', { type: 'image/png' }))
  await screen.findByRole('img', { name: 'Your picture' })
  await readyButton()
  await user.type(prompt(), words)
}

export const drop = (...files: File[]) =>
  fireEvent.drop(document.body, {
    dataTransfer: { types: ['Files'], files, getData: () => '' },
  })

/** What is said beside a field, as a screen reader finds it. */
export function complaintOf(field: HTMLElement): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

export type User = ReturnType<typeof userEvent.setup>

let files = 0
/** Each is another one: the same again would not be sent again. */
export const aFile = () => new File([`bytes ${(files += 1)}`], 'a.png', { type: 'image/png' })
/** Each upload is another picture. */
export function uploads() {
  let count = 0
  return {
    [UPLOAD]: () => ({ status: 201, json: anImage({ id: `image-${(count += 1)}` }) }),
  }
}
export const mode = (user: User, name: RegExp) => user.click(screen.getByRole('radio', { name }))
export const slot = (name: string) => screen.findByLabelText<HTMLInputElement>(name)
export const reference = (number: number) =>
  within(screen.getByRole('listitem', { name: `Reference ${number}` }))

export async function addReference(user: User, number: number) {
  await user.upload(await slot('Add a reference'), aFile())
  await screen.findByRole('listitem', { name: `Reference ${number}` })
}

export async function sentBody(
  studio: Awaited<ReturnType<typeof openPage>>['studio'],
): Promise<unknown> {
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
  return JSON.parse(studio.asked(POST)[0]?.body ?? '')
}
