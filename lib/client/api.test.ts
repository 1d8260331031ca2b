// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { ApiError, ConnectionError, request } from './api'
import { aQueue } from './test-builders'
import { anError, startTestStudio } from './test-studio'

const ask = () => request({ path: '/api/queue', schema: ({ queueSchema }) => queueSchema })

test('an answer is parsed', async () => {
  await startTestStudio({ 'GET /api/queue': () => ({ json: aQueue({ queued: 2 }) }) })
  expect(await ask()).toEqual(aQueue({ queued: 2 }))
})

test('a refusal becomes the error it was on the server', async () => {
  const fields = [{ path: 'seed', code: 'not_whole', message: 'A whole number, please.' }]
  await startTestStudio({
    'GET /api/queue': () => ({ status: 422, json: anError('invalid', 'Does not fit.', fields) }),
  })
  const error = await ask().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 422, code: 'invalid', sentence: 'Does not fit.', fields })
})

test.each([
  ['HTML with 200', { text: '<html>hello</html>' }],
  ['an answer of another shape', { json: { queued: 'many' } }],
  ['HTML with 502', { status: 502, text: '<html>bad gateway</html>' }],
])('%s is an error of its own kind, without a sentence', async (_, answer) => {
  await startTestStudio({ 'GET /api/queue': () => answer })
  const error = await ask().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'unreadable', sentence: null })
})

test('no answer is a connection error, not the server’s', async () => {
  await startTestStudio({ 'GET /api/queue': () => null })
  await expect(ask()).rejects.toBeInstanceOf(ConnectionError)
})
