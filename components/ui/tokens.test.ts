import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '../..')

/** What belongs to the tokens of app/globals.css: colours, their transparency, durations, shadows, sizes of text, radii. */
const RAW =
  /#[\da-f]{3,8}\b(?=['"\s])|\b(?:rgba?|hsla?|oklch|oklab)\(|\b(?:duration|delay)-\d|\bshadow(?:-|\b(?=['"\s]))|\b(?:bg|text|border|from|via|to|outline)-(?:black|white)\/\d|\b(?:text|rounded|duration|ease)-\[|\bease-(?:in|linear)/gi

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => path.join(folder, file)),
)

test('no component has a colour, a duration, a shadow or a size of text of its own', () => {
  expect(sources.length).toBeGreaterThan(50)
  const found = sources.flatMap((file) =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(RAW)].map(
      ([raw]) => `${file}: ${raw}`,
    ),
  )
  expect(found).toEqual([])
})
