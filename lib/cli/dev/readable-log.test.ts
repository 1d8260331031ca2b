import { expect, it } from 'vitest'
import { readableLines } from './readable-log.mjs'

const line = (fields: object) => JSON.stringify(fields)
const at = new Date(2026, 0, 2, 13, 4, 5).toISOString()

it('turns a structured line into time, level, message and what else it says', () => {
  const readable = readableLines({ source: 'worker' })
  const told = { level: 40, time: at, program: 'worker', taskId: 'k1', msg: 'asked again' }
  expect(readable(line(told))).toBe('worker    │ [13:04:05] WARN: asked again {"taskId":"k1"}\n')
})

it('reads the simulator, whose lines have no time', () => {
  const readable = readableLines({ source: 'simulator' })
  const told = { level: 'info', program: 'simulator', msg: 'listening', url: 'http://127.0.0.1:1' }
  expect(readable(line(told))).toBe('simulator │ INFO: listening {"url":"http://127.0.0.1:1"}\n')
})

it('shows the stack of an error line by line, each with its source', () => {
  const readable = readableLines({ source: 'worker' })
  const err = {
    type: 'Error',
    message: 'no room',
    stack: 'Error: no room\n    at write (a.ts:1:2)',
  }
  const lines = readable(line({ level: 50, time: at, msg: 'not kept', err })).split('\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.slice(0, -1).every((part) => part.startsWith('worker    │ '))).toBe(true)
  expect(lines.join('\n')).toContain('at write (a.ts:1:2)')
})

it('leaves other lines as they are', () => {
  expect(readableLines({ source: 'web' })(' GET / 200 in 8ms')).toBe(
    'web       │  GET / 200 in 8ms\n',
  )
  expect(readableLines({ source: 'web' })('{ not json')).toBe('web       │ { not json\n')
})
