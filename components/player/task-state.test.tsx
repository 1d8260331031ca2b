// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
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

/** Every mark of an icon, in whatever order its attributes stand. */
function marksOf(svg: Element): string[] {
  return [...svg.children].map((mark) =>
    [mark.tagName, ...mark.getAttributeNames().map((name) => `${name}=${mark.getAttribute(name)}`)]
      .toSorted()
      .join(' '),
  )
}

const CSS = readFileSync('app/globals.css', 'utf8')

test.each(TASK_STATUSES)('the sign of %s on a card is the icon that stands elsewhere', (status) => {
  const { container } = renderInStudio(<TaskState status={status} />)
  const icon = container.querySelector('svg')
  const [, drawn = ''] =
    new RegExp(`data-sign='${status}'\\] \\{\\s*--sign: url\\("data:image/svg\\+xml,([^"]+)"`).exec(
      CSS,
    ) ?? []
  const sign = new DOMParser().parseFromString(decodeURIComponent(drawn), 'image/svg+xml')
  expect(marksOf(sign.documentElement)).toEqual(icon ? marksOf(icon) : 'an icon')
})
