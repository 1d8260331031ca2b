// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderInStudio, watchConsole } from '../test-render'
import { useSpanSentence } from './span-of-time'

watchConsole()

function Span({ seconds }: { seconds: number }) {
  return useSpanSentence()(seconds * 1000)
}

test.each([
  ['en', 0, '0 s'],
  ['en', 59, '59 s'],
  ['en', 3599, '59 min 59 s'],
  ['en', 3600, '1 h 0 min'],
  ['en', 9150, '2 h 32 min'],
  ['zh', 9150, '2 小时 32 分'],
] as const)('in %s, %i seconds are %s', (locale, seconds, said) => {
  const { container } = renderInStudio(<Span seconds={seconds} />, { locale })
  expect(container.textContent).toBe(said)
})
