// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { watchConsole } from '../test-render'
import { POST, openPage, drawPage, prompt, button, fill } from './test-create-page'

watchConsole()

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
