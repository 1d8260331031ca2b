// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { watchConsole } from '../test-render'
import {
  addReference,
  aFile,
  button,
  complaintOf,
  drop,
  fill,
  mode,
  openPage,
  POST,
  readyButton,
  sentBody,
  slot,
  uploads,
} from './test-create-page'

watchConsole()

describe('first and last frame', () => {
  test('the picture goes along as the first one; both are sent, and nothing of another mode', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await fill(user)
    await mode(user, /First and last/)
    await user.upload(await slot('Last frame'), aFile())
    await screen.findByRole('img', { name: 'Last frame' })
    await user.click(await readyButton())
    expect(await sentBody(studio)).toEqual({
      model: 'aisphere-v5',
      prompt: 'Steam rises',
      headtailImages: { head: { imageId: 'image-1' }, tail: { imageId: 'image-2' } },
      resolution: '540p',
      duration: 5,
    })
  })

  test('of three pictures dropped at once two are taken, and the third is not left in silence', async () => {
    const { user } = await openPage({ routes: uploads() })
    await mode(user, /First and last/)
    await slot('Last frame')
    drop(aFile(), aFile(), aFile())
    await screen.findByRole('img', { name: 'First frame' })
    await screen.findByRole('img', { name: 'Last frame' })
    expect(await screen.findByText(/the others were left out/)).toBeTruthy()
  })

  test('swapped, the last is the first', async () => {
    const { studio, user } = await openPage({ routes: uploads() })
    await fill(user)
    await mode(user, /First and last/)
    await user.upload(await slot('Last frame'), aFile())
    await screen.findByRole('img', { name: 'Last frame' })
    await user.click(screen.getByRole('button', { name: 'Swap first and last frame' }))
    await user.click(await readyButton())
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
