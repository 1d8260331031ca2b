import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { describe, expect, it } from 'vitest'
import { milestone, MILESTONES } from './milestone'

const ROOM = import.meta.dirname
const CALL = /\bmilestone\(\s*'([^']+)'\s*\)/g

/** Every name that a source publishes, once for each place. */
function published(): string[] {
  return readdirSync(ROOM, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap(({ parentPath, name }) => {
      const source = readFileSync(path.join(parentPath, name), 'utf8')
      return [...source.matchAll(CALL)].map((match) => match[1] ?? '')
    })
    .sort()
}

describe('milestones', () => {
  it('are each published in exactly one place, and none is that is not in the list', () => {
    expect(published()).toEqual([...MILESTONES].sort())
  })

  it('are heard before the call returns, by nobody unless somebody listens', () => {
    const heard: unknown[] = []
    const hear = (message: unknown) => void heard.push(message)
    milestone('submit.sending')
    subscribe('studio:milestone', hear)
    milestone('submit.sent')
    unsubscribe('studio:milestone', hear)
    milestone('submit.answered')
    expect(heard).toEqual([{ name: 'submit.sent' }])
  })
})
