// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ChangeOnWire } from '@/lib/shared/gallery/change'
import { ToastStack } from '../shell/toast-stack'
import { renderInStudio, watchConsole } from '../test-render'
import { useTellChange } from './use-tell-change'

watchConsole()

const CHANGE: ChangeOnWire = {
  id: 'change-2',
  kind: 'retry',
  state: 'done',
  total: 2,
  done: 0,
  skipped: 2,
  canUndo: false,
  undoes: 'change-1',
  createdAt: '2026-03-01T10:00:00.000Z',
  finishedAt: '2026-03-01T10:00:00.000Z',
}

function Tells({ change }: { change: ChangeOnWire }) {
  const tell = useTellChange()
  return <button onClick={() => tell(change)}>tell</button>
}

test.each([
  ['en', CHANGE, /^Nothing was canceled: none of them waits any more\. 2 were left/],
  ['zh', CHANGE, /^没有取消任何视频：都已不在排队。/],
  ['en', { ...CHANGE, kind: 'rate' }, /^Nothing could be taken back\. 2 were left/],
  ['en', { ...CHANGE, kind: 'delete', undoes: null }, /^Nothing was changed\. 2 were left/],
  ['en', { ...CHANGE, done: 1, skipped: 1 }, /^1 waiting clip canceled\. 1 was left as it was\./],
] as const)('what was done to none is no number: %s %o', (locale, change, words) => {
  renderInStudio(
    <>
      <Tells change={change} />
      <ToastStack />
    </>,
    { locale },
  )
  act(() => screen.getByRole('button', { name: 'tell' }).click())
  expect(screen.getByText(words)).toBeTruthy()
})
