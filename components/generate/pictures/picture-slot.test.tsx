// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { anImage } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import { watchConsole } from '../../test-render'
import { A_PICTURE, aFile, choose, openSlot, shown, slot, UPLOAD } from './test-slot'

watchConsole()

const never = () => new Promise<never>(() => {})

test('empty, it says what it is for, and what can be done', async () => {
  await openSlot()
  expect(screen.queryByRole('img', { name: 'First frame' })).toBeNull()
  const menu = screen.getByRole('button', { name: 'First frame: more' }).nextElementSibling
  const ways = [...(menu?.querySelectorAll('button') ?? [])]
  expect(ways.map(({ textContent }) => textContent)).toEqual([
    'Choose a file',
    'Earlier pictures',
    'From a link',
  ])
})

test('on its way, a picture can be stopped; the one before stays', async () => {
  const { user, studio } = await openSlot({ value: A_PICTURE, routes: { [UPLOAD]: never } })
  await user.upload(slot(), aFile())
  const bar = await screen.findByRole('progressbar')
  await waitFor(() => expect(studio.asked(UPLOAD)).toHaveLength(1))
  expect(bar.getAttribute('aria-label')).toMatch(/Uploading|Almost there|ready/)
  expect(screen.getByRole('status').textContent).toBe('Uploading…')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect((await shown()).getAttribute('src')).toBe(A_PICTURE.url)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('refused, it says why; the next try takes that away', async () => {
  let isRefused = true
  const { user } = await openSlot({
    routes: {
      [UPLOAD]: () =>
        isRefused
          ? { status: 422, json: anError('picture_gif', 'GIF pictures are not taken.') }
          : { status: 201, json: anImage() },
    },
  })
  await user.upload(slot(), aFile())
  expect((await screen.findByRole('alert')).textContent).toBe('GIF pictures are not taken.')
  expect(slot().getAttribute('aria-invalid')).toBe('true')
  isRefused = false
  await user.upload(slot(), aFile())
  await shown()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('HEIC that this browser cannot open is not sent, and it is said what to do', async () => {
  const { user, studio } = await openSlot()
  const heic = `\0\0\0\x14ftypheic\0\0\0\0mif1${'\0'.repeat(40)}`
  // jsdom opens no picture at all; it says so by never answering.
  vi.spyOn(window, 'Image').mockImplementation(function broken() {
    return Object.assign(document.createElement('img'), {
      decode: () => Promise.reject(new Error('no')),
    })
  })
  await user.upload(slot(), new File([heic], 'IMG_1.HEIC', { type: 'image/heic' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Most Compatible')
  expect(studio.asked(UPLOAD)).toHaveLength(0)
})

test('what became of a picture is said, and it can be removed', async () => {
  await openSlot({ value: A_PICTURE })
  expect(screen.getByText('4032×3024 → 4000×3000')).toBeTruthy()
  choose('Remove')
  expect(screen.queryByRole('img', { name: 'First frame' })).toBeNull()
  expect(document.activeElement).toBe(slot())
})

test('the same file again is not sent again', async () => {
  const { user, studio } = await openSlot()
  await user.upload(slot(), aFile())
  await shown()
  choose('Remove')
  await user.upload(slot(), aFile())
  await shown()
  expect(studio.asked(UPLOAD)).toHaveLength(1)
})

test('of several files the first is taken; the others go on, or that is said', async () => {
  const onMany = vi.fn()
  const others = [aFile('second'), aFile('third')]
  const first = await openSlot({ onMany })
  expect(slot().multiple).toBe(true)
  fireEvent.change(slot(), { target: { files: [aFile(), ...others] } })
  await shown()
  expect(onMany).toHaveBeenCalledWith(others)
  expect(first.studio.asked(UPLOAD)).toHaveLength(1)
  first.unmount()
  await openSlot()
  expect(slot().multiple).toBe(false)
  fireEvent.change(slot(), { target: { files: [aFile(), ...others] } })
  expect(await screen.findByText(/One picture at a time/)).toBeTruthy()
  await shown()
})

test('what is dropped on it is its own: the page around it is told', async () => {
  const { studio } = await openSlot()
  const dataTransfer = { types: ['Files'], files: [aFile()], getData: () => '' }
  const isLeftAlone = fireEvent.drop(slot(), { dataTransfer })
  expect(isLeftAlone).toBe(false)
  await shown()
  expect(studio.asked(UPLOAD)).toHaveLength(1)
})

test('a problem of the form is said where there is none of its own', async () => {
  await openSlot({ error: 'Choose a picture first.' })
  expect(screen.getByRole('alert').textContent).toBe('Choose a picture first.')
})
