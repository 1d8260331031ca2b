import { ask, createTask, waitForStatus } from './support/api'
import { expect, test } from './support/test'

test('a clip answers ranges, conditions and HEAD, and downloads under a sensible name', async ({
  studio,
}) => {
  const { id } = await createTask(studio.url, 'coffee.png', { prompt: 'Steam rises, 慢慢地' })
  const task = await waitForStatus(studio.url, id, 'succeeded')
  const { url = '', downloadUrl = '', bytes = 0 } = task.videos[0] ?? {}
  const get = (headers: Record<string, string>, method = 'GET') =>
    ask(studio.url, url, { method, headers })

  const whole = await get({})
  expect(whole.status).toBe(200)
  expect(whole.headers.get('content-type')).toBe('video/mp4')
  const file = Buffer.from(await whole.arrayBuffer())
  expect(file.length).toBe(bytes)

  const part = await get({ range: 'bytes=100-199' })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-length')).toBe('100')
  expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes}`)
  expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(100, 200))).toBe(true)

  const tail = await get({ range: 'bytes=-50' })
  expect(Buffer.from(await tail.arrayBuffer()).equals(file.subarray(-50))).toBe(true)

  const beyond = await get({ range: `bytes=${bytes}-` })
  expect(beyond.status).toBe(416)
  expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes}`)

  const etag = whole.headers.get('etag') ?? ''
  expect((await get({ 'if-none-match': etag })).status).toBe(304)
  expect((await get({ 'if-range': etag, range: 'bytes=0-9' })).status).toBe(206)
  expect((await get({ 'if-range': '"other"', range: 'bytes=0-9' })).status).toBe(200)

  const head = await get({}, 'HEAD')
  expect(head.headers.get('content-length')).toBe(String(bytes))
  expect((await head.arrayBuffer()).byteLength).toBe(0)

  const download = await ask(studio.url, downloadUrl)
  const name = decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(download.headers.get('content-disposition') ?? '')?.[1] ?? '',
  )
  expect(name).toMatch(/^steam-rises-慢慢地-v5-360p-5s-\w{4}\.mp4$/)
})

test('an address that is not one of a clip answers 404', async ({ studio }) => {
  const { id } = await createTask(studio.url, 'coffee.png')
  const task = await waitForStatus(studio.url, id, 'succeeded')
  const url = task.videos[0]?.url ?? ''
  const other = await createTask(studio.url, 'rocket.jpg')
  const sha256 = task.videos[0]?.sha256 ?? ''
  const wrong = [
    url.replace(id, other.id),
    url.replace(
      sha256,
      sha256.replace(/./, (digit) => (digit === '0' ? '1' : '0')),
    ),
    `/media/${id}/..%2f..%2fstudio.db`,
    `/media/${id}/%2e%2e/%2e%2e/secret`,
    '/media/../studio.db',
  ]
  for (const address of wrong)
    expect([400, 404], address).toContain((await ask(studio.url, address)).status)
})
