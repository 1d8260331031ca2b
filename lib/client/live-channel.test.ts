import { expect, onTestFinished, test } from 'vitest'
import { openChannel, readEvent, type LiveMessage } from './live-channel'

const EVENT = { id: 'task-1', status: 'running' } as const

test('what another tab says is heard in its order, and what this version does not know is not', async () => {
  const heard = await hear([
    { kind: 'event', event: EVENT },
    { kind: 'event', event: { id: 'task-1', status: 'dreaming' } },
    { kind: 'event', event: { id: 1, status: 'running' } },
    { kind: 'event' },
    { kind: 'stream', isOpen: true },
    { kind: 'stream', isOpen: 'yes' },
    { kind: 'wave' },
    'changed',
    null,
    { kind: 'changed' },
    { kind: 'ask' },
  ])
  expect(heard).toEqual([
    { kind: 'event', event: EVENT },
    { kind: 'stream', isOpen: true },
    { kind: 'changed' },
    { kind: 'ask' },
  ])
})

test.each(['', 'soon', 'null', '[]', '{"id":"task-1"}', '{"id":"task-1","status":"dreaming"}'])(
  'an event of the data %j is none',
  (data) => expect(readEvent(data)).toBeNull(),
)

test('an event names its task', () => {
  expect(readEvent(JSON.stringify(EVENT))).toEqual(EVENT)
})

/** What a tab hears of another that says these things; the last must be one that is heard. */
async function hear(said: readonly unknown[]): Promise<LiveMessage[]> {
  const heard: LiveMessage[] = []
  const other = new BroadcastChannel('studio')
  await new Promise<void>((resolve) => {
    const tab = openChannel((message) => {
      heard.push(message)
      if (message.kind === 'ask') resolve()
    })
    onTestFinished(() => {
      tab.close()
      other.close()
    })
    for (const one of said) other.postMessage(one)
  })
  return heard
}
