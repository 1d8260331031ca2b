import { expect, it } from 'vitest'
import { SIMULATOR_KEY } from '../../env'
import { checkKey } from './key'

it.each([
  ['sk-0a1b2c3d4e5f60718293a4b5', 'present', 'good'],
  // Chance puts any word into a key; only one that begins like a placeholder is one.
  ['sk-A8xxxx7your3todoExample9', 'present', 'good'],
  [SIMULATOR_KEY, 'present', 'good'],
  [null, 'simulator', 'skipped'],
  ['sk-xxxxxx', 'placeholder', 'bad'],
  ['sk-…', 'placeholder', 'bad'],
  ['sk-...', 'placeholder', 'bad'],
  ['<your-key>', 'placeholder', 'bad'],
  ['your_api_key_here', 'placeholder', 'bad'],
  ['Bearer sk-0a1b2c3d4e5f60718293a4b5', 'bearer', 'bad'],
  ['bearersk-0a1b2c3d4e5f60718293a4b5', 'unusual', 'unsure'],
  ['"sk-0a1b2c3d4e5f60718293a4b5"', 'quoted', 'bad'],
  ['sk-0a1b2c3d4e5f60718293a4b5”', 'quoted', 'bad'],
  ['sk-0a1b2c3d 4e5f60718293a4b5', 'spaces', 'bad'],
  ['sk-0a1b2c3d4e5f60718293a4b5\n', 'spaces', 'bad'],
  ['sk-0a1b2c3d4e5f6071829３a4b5', 'characters', 'bad'],
  ['sk-0a1b2c3d\u200b4e5f60718293a4b5', 'characters', 'bad'],
  ['0a1b2c3d4e5f60718293a4b5', 'unusual', 'unsure'],
  ['sk-short', 'unusual', 'unsure'],
])('%s is %s', (key, reason, verdict) => {
  const found = checkKey(key)
  expect(found).toEqual({ check: 'key', reason, verdict, params: {} })
})
