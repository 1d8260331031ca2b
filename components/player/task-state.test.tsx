// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { LOCALES } from '@/lib/shared/locale'
import { loadMessages } from '@/lib/shared/messages/load-messages'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import { renderInStudio, watchConsole } from '../test-render'
import { TaskState } from './task-state'

watchConsole()

test.each(LOCALES)('every state is a word of its own with an icon: %s', async (locale) => {
  const { states } = await loadMessages(locale)
  const words = TASK_STATUSES.map((status) => {
    const { container, unmount } = renderInStudio(<TaskState status={status} />, { locale })
    expect(container.querySelector('svg[aria-hidden=true]'), status).not.toBeNull()
    const said = container.textContent
    unmount()
    return said
  })
  expect(words).toEqual(TASK_STATUSES.map((status) => states[status]))
  expect(new Set(words).size).toBe(TASK_STATUSES.length)
})
