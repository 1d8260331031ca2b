// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import en from '@/lib/shared/messages/en/primitives.json'
import zh from '@/lib/shared/messages/zh/primitives.json'
import { renderInStudio, watchConsole } from '../test-render'
import { PrimitivesPage } from './primitives-page'

watchConsole()

const UI = path.join(import.meta.dirname, '../ui')
const PRIMITIVES = readdirSync(UI)
  .filter((file) => !file.includes('.test.'))
  .map((file) => path.parse(file).name)
const SPECIMENS = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('-specimens.tsx'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n')

test.each([
  ['English', 'en', en],
  ['Chinese', 'zh', zh],
] as const)('in %s every file of components/ui is shown', (_, locale, words) => {
  const { container } = renderInStudio(<PrimitivesPage words={words} />, { locale })
  for (const name of PRIMITIVES) {
    expect(container.querySelectorAll(`[data-primitive=${name}]`), name).toHaveLength(1)
  }
})

test.each(PRIMITIVES)('all that %s exports is drawn', (name) => {
  const source = readFileSync(path.join(UI, `${name}.tsx`), 'utf8')
  const exported = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(
    ([, word = '']) => word,
  )
  expect(exported).not.toEqual([])
  const missing = exported.filter(
    (word) => !new RegExp(`<${word}\\b|\\b${word}\\(|\\{.*\\b${word}\\}`).test(SPECIMENS),
  )
  expect(missing).toEqual([])
})
