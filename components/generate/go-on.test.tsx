// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { openDraftStore } from '@/lib/client/draft-store'
import { aTask, anImage } from '@/lib/client/test-builders'
import { anError } from '@/lib/client/test-studio'
import type { GoOnWay } from '@/lib/shared/family'
import { ToastPlace } from '../shell/toast-place'
import { renderInStudio, watchConsole } from '../test-render'
import { EMPTY_FORM, type FormValues } from './form-values'
import { button, openPage, POST, prompt } from './test-create-page'

watchConsole()

const task = aTask({
  prompt: 'The rocket lifts off',
  model: 'aisphere-v4',
  params: { duration: 8, resolution: '720p', seed: 7, negativePrompt: 'fog' },
})

function draft(more: Partial<FormValues> = {}): void {
  openDraftStore().keep({ ...EMPTY_FORM, prompt: 'A cat sleeps', duration: 5, ...more })
}

async function goOn(way: GoOnWay, more: Partial<Parameters<typeof openPage>[0]> = {}) {
  const frame = way === 'longer' ? anImage({ id: 'last-frame' }) : null
  const page = await openPage({ origin: { task, way, frame }, ...more })
  renderInStudio(<ToastPlace />)
  const send = async () => {
    await page.user.click(button())
    await waitFor(() => expect(page.studio.asked(POST)).toHaveLength(1))
    return JSON.parse(page.studio.asked(POST)[0]?.body ?? 'null')
  }
  return { ...page, send }
}

describe('what is taken along', () => {
  test('only the prompt: the draft keeps its settings', async () => {
    draft({ seed: '3' })
    await goOn('prompt')
    expect(prompt().value).toBe('The rocket lifts off')
    expect(screen.getByText(/^seed 3 · /)).toBeTruthy()
    expect(screen.queryByRole('img', { name: 'Your picture' })).toBeNull()
  })

  test('only the pictures: the draft keeps its words', async () => {
    draft()
    const { send } = await goOn('pictures')
    expect(prompt().value).toBe('A cat sleeps')
    expect(await send()).toMatchObject({
      prompt: 'A cat sleeps',
      model: 'aisphere-v5',
      image: { imageId: 'image-1' },
      parent: { taskId: 'task-1', way: 'pictures' },
    })
  })

  test('the same with a new seed, which is said and sent', async () => {
    const { send } = await goOn('seed')
    const [, said] =
      /new seed (\d+)/.exec((await screen.findAllByText(/new seed \d+\./))[0]?.textContent ?? '') ??
      []
    const body = await send()
    expect(body).toMatchObject({ prompt: 'The rocket lifts off', duration: 8 })
    expect(String(body.seed)).toBe(said)
    expect(body.seed).not.toBe(7)
    expect(body.parent).toEqual({ taskId: 'task-1', way: 'seed' })
  })

  test('longer: the last frame is the first one now, all else is as it was', async () => {
    const { send } = await goOn('longer')
    expect(await send()).toEqual({
      model: 'aisphere-v4',
      prompt: 'The rocket lifts off',
      image: { imageId: 'last-frame' },
      duration: 8,
      resolution: '720p',
      seed: 7,
      negativePrompt: 'fog',
      parent: { taskId: 'task-1', way: 'longer' },
    })
  })
})

describe('the draft that it takes the place of', () => {
  test('can be taken back', async () => {
    draft()
    const { user } = await goOn('all')
    expect(prompt().value).toBe('The rocket lifts off')
    await user.click(await screen.findByRole('button', { name: /Undo/ }))
    expect(prompt().value).toBe('A cat sleeps')
    expect(openDraftStore().values()).toMatchObject({ prompt: 'A cat sleeps', parent: null })
    expect(screen.queryByText(/Goes on from/)).toBeNull()
  })

  test('is not spoken of where there was none', async () => {
    await goOn('all')
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull()
  })
})

describe('what it goes on from', () => {
  const note = () => screen.queryByText(/Goes on from/)

  test('is said with a link, and forgotten when a person says so', async () => {
    const { user, send } = await goOn('all')
    expect(note()?.querySelector('a')?.getAttribute('href')).toBe('/tasks/task-1')
    await user.click(screen.getByRole('button', { name: 'Do not go on from it' }))
    expect(note()).toBeNull()
    expect(await send()).not.toHaveProperty('parent')
  })

  test('holds while a picture or a word of it is left, and no longer', async () => {
    await goOn('prompt')
    fireEvent.change(prompt(), { target: { value: 'The ROCKET lands' } })
    expect(note()).toBeTruthy()
    fireEvent.change(prompt(), { target: { value: 'A cat sleeps' } })
    expect(note()).toBeNull()
    fireEvent.change(prompt(), { target: { value: 'A rocket sleeps' } })
    expect(note()).toBeTruthy()
  })

  test('outlives a reload with the draft', async () => {
    const { unmount } = await goOn('all')
    unmount()
    await openPage()
    await waitFor(() => expect(note()).toBeTruthy())
  })

  test('that is gone meanwhile is said, and the next press makes the clip without it', async () => {
    const fields = [{ path: 'parent.taskId', code: 'unknown_task', message: 'Gone.' }]
    let isFirst = true
    const { studio, user } = await goOn('all', {
      routes: {
        [POST]: () => {
          if (!isFirst) return { status: 202, json: aTask({ id: 'task-new', status: 'queued' }) }
          isFirst = false
          return { status: 422, json: anError('invalid', 'Does not fit.', fields) }
        },
      },
    })
    await user.click(button())
    await screen.findByText(/The clip that this one goes on from is gone/)
    expect(note()).toBeNull()
    await user.click(button())
    await waitFor(() => expect(studio.asked(POST)).toHaveLength(2))
    expect(JSON.parse(studio.asked(POST)[1]?.body ?? 'null')).not.toHaveProperty('parent')
  })
})
