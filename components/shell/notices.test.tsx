// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { tellNews } from '@/lib/client/notices/news'
import { chooseNotice, readNotices } from '@/lib/client/notices/notice-preferences'
import { GATHER_MS } from '@/lib/client/notices/tell'
import { aQueue, aTask } from '@/lib/client/test-builders'
import { startTestStudio } from '@/lib/client/test-studio'
import type { TaskStatus } from '@/lib/shared/task-states'
import { NoticePanel } from '../settings/notice-panel'
import { renderInStudio, watchConsole } from '../test-render'
import { NoticePlace } from './notice-place'
import { Notices } from './notices'

watchConsole()

const end = (id: string, status: TaskStatus, inFlight = 0, isTeller = true) =>
  act(() => tellNews({ event: { id, status }, isEnd: true, inFlight, isTeller }))

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

beforeEach(() => {
  document.title = 'Create · AiSphere Studio'
  onTestFinished(() => setHidden(false))
})

describe('the tab’s title', () => {
  const moving = { queue: aQueue({ queued: 1, running: 2 }) }

  test('counts what is in flight, also on a page with another title', async () => {
    const { unmount } = renderInStudio(<Notices />, moving)
    expect(document.title).toBe('(3) Create · AiSphere Studio')
    document.title = '(2) is a prompt · AiSphere Studio'
    await waitFor(() => expect(document.title).toBe('(3) (2) is a prompt · AiSphere Studio'))
    unmount()
    expect(document.title).toBe('(2) is a prompt · AiSphere Studio')
  })

  test('goes on in a tab that nobody sees, and has a tick when all is done', () => {
    renderInStudio(<Notices />, moving)
    setHidden(true)
    end('a', 'succeeded', 1)
    expect(document.title).toBe('(1) Create · AiSphere Studio')
    end('b', 'succeeded')
    expect(document.title).toBe('✓ Done · AiSphere Studio')
  })

  test.each<[TaskStatus, string]>([
    ['failed', '! Failed · AiSphere Studio'],
    ['unconfirmed', '! Needs you · AiSphere Studio'],
    ['canceled', 'Create · AiSphere Studio'],
  ])('when the last is %s it is “%s”', (status, title) => {
    renderInStudio(<Notices />, moving)
    setHidden(true)
    end('a', status)
    expect(document.title).toBe(title)
  })

  test('is the page’s own where that is switched off', () => {
    chooseNotice('tab', false)
    renderInStudio(<Notices />, moving)
    expect(document.title).toBe('Create · AiSphere Studio')
  })

  test('comes by itself once something is in flight', async () => {
    renderInStudio(<NoticePlace />, moving)
    await waitFor(() => expect(document.title).toBe('(3) Create · AiSphere Studio'))
  })
})

describe('a notice of the browser', () => {
  const shown: { title: string; body?: string }[] = []
  const answers = { permission: 'default', asked: 0, next: 'granted' }
  class TestNotification {
    static get permission() {
      return answers.permission
    }
    static async requestPermission() {
      answers.asked += 1
      answers.permission = answers.next
      return answers.permission
    }
    constructor(title: string, { body }: { body?: string }) {
      shown.push({ title, body })
    }
  }
  beforeEach(() => {
    shown.length = 0
    Object.assign(answers, { permission: 'default', asked: 0, next: 'granted' })
    vi.stubGlobal('Notification', TestNotification)
    vi.stubGlobal('isSecureContext', true)
    onTestFinished(() => void vi.unstubAllGlobals())
  })
  const browser = () => screen.getByRole<HTMLInputElement>('switch', { name: /notice from/ })

  test('is asked for on the switch alone, and off again without asking', async () => {
    const user = userEvent.setup()
    renderInStudio(<NoticePanel />)
    expect([browser().checked, answers.asked]).toEqual([false, 0])
    await user.click(browser())
    await waitFor(() => expect(browser().checked).toBe(true))
    await user.click(browser())
    await waitFor(() => expect(readNotices().browser).toBe(false))
    expect(answers.asked).toBe(1)
  })

  test('that is refused stays off and says what to do', async () => {
    answers.next = 'denied'
    const user = userEvent.setup()
    renderInStudio(<NoticePanel />)
    await user.click(browser())
    await screen.findByText(/Allow them in its site settings/)
    expect(browser().checked).toBe(false)
  })

  test('is not to be had on plain http, which is said', () => {
    vi.stubGlobal('isSecureContext', false)
    renderInStudio(<NoticePanel />)
    expect(browser().disabled).toBe(true)
    expect(screen.getByText(/only over https or at localhost/)).toBeTruthy()
  })

  test('says of one clip what it is, and of several how many', async () => {
    answers.permission = 'granted'
    chooseNotice('browser', true)
    const studio = await startTestStudio({
      'GET /api/tasks/a': () => ({ json: aTask({ id: 'a' }) }),
    })
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    renderInStudio(<Notices />)
    end('a', 'succeeded')
    await waitFor(() => expect(shown).toHaveLength(1), { timeout: GATHER_MS + 5_000 })
    end('b', 'failed')
    end('c', 'unconfirmed', 0, false)
    await waitFor(() => expect(shown).toHaveLength(2), { timeout: GATHER_MS + 5_000 })
    expect(shown).toEqual([
      { title: 'Your clip is done', body: 'Steam rises' },
      { title: 'One clip is done. One failed.', body: '' },
    ])
    expect(studio.seen).toHaveLength(1)
  })

  test('is not shown where it is switched off, or while somebody looks', async () => {
    answers.permission = 'granted'
    renderInStudio(<Notices />)
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    end('off', 'unconfirmed')
    await act(() => vi.advanceTimersByTimeAsync(GATHER_MS + 1_000))
    chooseNotice('browser', true)
    vi.spyOn(document, 'hasFocus').mockReturnValue(true)
    end('seen', 'unconfirmed')
    await act(() => vi.advanceTimersByTimeAsync(GATHER_MS + 1_000))
    expect(shown).toEqual([])
  })
})
