import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import sharp from 'sharp'
import { CreatePage } from './pages/create-page'
import { ask, picturePath, postTask, uploadPicture } from './support/api'
import { mediaFiles } from './support/media-files'
import { expect, test } from './support/test'

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#446688' } })
const brand = (name: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${name}\0\0\0\0mif1${name}`),
    randomBytes(400),
  ])

/** What is sent, and the code that it is refused with. */
const PICTURES: [string, () => Promise<Buffer> | Buffer, number, string][] = [
  ['nothing', () => Buffer.alloc(0), 422, 'picture_missing'],
  ['not a picture', () => Buffer.from('hello, I am a text'), 422, 'picture_not_a_picture'],
  [
    'SVG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    422,
    'picture_svg',
  ],
  ['GIF', () => solid(400, 400).gif().toBuffer(), 422, 'picture_gif'],
  ['HEIC', () => brand('heic'), 422, 'picture_heic'],
  ['AVIF', () => brand('avif'), 422, 'picture_avif'],
  [
    'truncated',
    () => readFileSync(picturePath('coffee.png')).subarray(0, 200_000),
    422,
    'picture_truncated',
  ],
  ['a side under 300', () => solid(299, 500).png().toBuffer(), 422, 'picture_too_small'],
  ['beyond 1:2.5', () => solid(300, 751).png().toBuffer(), 422, 'picture_too_long'],
  [
    'a bomb',
    () => solid(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer(),
    422,
    'picture_too_many_pixels',
  ],
]

test('a picture that cannot be used is refused in words, and nothing of it stays', async ({
  studio,
}) => {
  test.setTimeout(120_000)
  const before = mediaFiles(studio.dataDir)
  for (const [name, make, status, code] of PICTURES) {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await make())]), '../../evil\u202Egpj.svg')
    for (const language of ['en', 'zh']) {
      const answer = await ask(studio.url, '/api/images', {
        method: 'POST',
        body: form,
        headers: { 'accept-language': language },
      })
      const body = await answer.json()
      expect([answer.status, body.error?.code], name).toEqual([status, code])
      expect(/[\u4e00-\u9fff]/.test(body.error.message), `${name} in ${language}`).toBe(
        language === 'zh',
      )
    }
  }
  expect(mediaFiles(studio.dataDir)).toEqual(before)
})

test('a picture beyond the limits is scaled down, turned and stripped', async ({ studio }) => {
  const large = await solid(6000, 4000)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(large)]), 'large.jpg')
  const answer = await ask(studio.url, '/api/images', { method: 'POST', body: form })
  const image = await answer.json()
  expect(answer.status).toBe(201)
  expect(image).toMatchObject({
    width: 2667,
    height: 4000,
    originalWidth: 4000,
    originalHeight: 6000,
  })
  const stored = Buffer.from(await (await ask(studio.url, image.url)).arrayBuffer())
  expect(stored.includes('secret place')).toBe(false)
  expect((await sharp(stored).metadata()).exif).toBeUndefined()
})

test('a request that breaks a rule names every field, in the language of the person', async ({
  studio,
}) => {
  const { id } = await uploadPicture(studio.url, 'coffee.png')
  const good = { model: 'aisphere-v5', prompt: 'x', image: { imageId: id } }
  const bad: [object, string, string][] = [
    [{ ...good, image: undefined }, 'image', 'required'],
    [{ ...good, image: { imageId: 'no-such-picture' } }, 'image', 'unknown_picture'],
    [{ ...good, prompt: '' }, 'prompt', 'required'],
    [{ ...good, prompt: 'x'.repeat(2049) }, 'prompt', 'too_long'],
    [{ ...good, model: 'aisphere-v9' }, 'model', 'unknown_model'],
    [{ ...good, duration: 10 }, 'duration', 'value_not_offered'],
    [{ ...good, fps: 24 }, 'fps', 'unknown_field'],
  ]
  for (const [body, path, code] of bad) {
    const answer = await postTask(studio.url, body, { 'accept-language': 'zh-CN' })
    const { error } = await answer.json()
    expect([answer.status, error.code, error.fields?.[0]?.path, error.fields?.[0]?.code]).toEqual([
      422,
      'invalid',
      path,
      code,
    ])
    expect(error.fields[0].message).toMatch(/[\u4e00-\u9fff]/)
  }
  const all = await (
    await postTask(studio.url, { prompt: '', duration: 10, seed: -1, fps: 1 })
  ).json()
  // Ten seconds are not wrong where no model is named: one of them has that.
  expect(all.error.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
    'fps',
    'image',
    'model',
    'prompt',
    'seed',
  ])
})

test('malformed requests get a fitting status and leave no task', async ({ studio }) => {
  const send = (body: BodyInit, headers: Record<string, string>) =>
    ask(studio.url, '/api/tasks', { method: 'POST', body, headers })
  const json = { 'content-type': 'application/json', 'idempotency-key': 'malformed-1' }
  const count = async () => (await (await ask(studio.url, '/api/tasks')).json()).tasks.length
  const before = await count()
  expect((await send('{"model": ', json)).status).toBe(400)
  expect((await send('{}', { 'content-type': 'application/json' })).status).toBe(400)
  expect((await send('model=x', { ...json, 'content-type': 'text/csv' })).status).toBe(415)
  expect((await ask(studio.url, '/api/tasks?limit=0')).status).toBe(422)
  expect((await ask(studio.url, '/api/tasks?limit=0x10')).status).toBe(422)
  expect((await ask(studio.url, '/api/tasks?cursor=zzzz')).status).toBe(422)
  for (const path of ['/api/tasks/nothing', '/api/nothing', '/api/nothing/at/all']) {
    const answer = await ask(studio.url, path)
    expect([answer.status, (await answer.json()).error.code]).toEqual([404, 'not_found'])
  }
  expect(await count()).toBe(before)
})

test('a body of 100 MB is refused while it comes, announced or not', async ({ studio }) => {
  for (const path of ['/api/tasks', '/api/images']) {
    for (const isAnnounced of [true, false]) {
      expect(
        await sendMegabytes(studio.url, path, 100, isAnnounced),
        `${path} announced: ${isAnnounced}`,
      ).toBe(413)
    }
  }
})

/** The status that a client sees who goes on sending until it is answered. */
function sendMegabytes(
  url: string,
  path: string,
  megabytes: number,
  isAnnounced: boolean,
): Promise<number> {
  const chunk = Buffer.alloc(1024 * 1024, 120)
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = {
      origin: url,
      'content-type': path.endsWith('images')
        ? 'multipart/form-data; boundary=x'
        : 'application/json',
      'idempotency-key': 'large-body-1',
    }
    if (isAnnounced) headers['content-length'] = String(chunk.length * megabytes)
    const request = http.request(url + path, { method: 'POST', headers, agent: false })
    let status = 0
    request.on('response', (answer) => {
      status = answer.statusCode ?? 0
      answer.resume()
      answer.on('close', () => resolve(status))
    })
    request.on('error', (error) => (status ? resolve(status) : reject(error)))
    if (path.endsWith('images'))
      request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')
    let sent = 0
    const pump = () => {
      while (sent < megabytes && !request.destroyed && !status) {
        sent += 1
        if (!request.write(chunk)) return void request.once('drain', pump)
      }
      request.end()
    }
    pump()
  })
}

test('the form says what is wrong beside the field, and sends nothing', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  let posts = 0
  page.on(
    'request',
    (request) =>
      (posts += Number(request.method() === 'POST' && request.url().endsWith('/api/tasks'))),
  )

  await create.generate.click()
  await expect(page.getByText('Choose a picture first.')).toBeVisible()
  await expect(page.getByText('Write what should happen in the picture.')).toBeVisible()

  const file = page.locator('input[type=file]').first()
  await file.setInputFiles({ name: 'a.heic', mimeType: 'image/heic', buffer: brand('heic') })
  await expect(page.getByText(/HEIC pictures are not taken/)).toBeVisible()
  await file.setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: await solid(200, 400).png().toBuffer(),
  })
  await expect(page.getByText(/200 × 400 pixels. Each side needs at least 300/)).toBeVisible()
  await create.choosePicture('coffee.png')
  await expect(page.getByText(/Each side needs at least/)).toBeHidden()

  await create.prompt.fill('x')
  await expect(page.getByText(/missing or does not fit/)).toHaveCount(0)
  await create.prompt.fill('x'.repeat(2049))
  await create.generate.click()
  await expect(page.getByText(/2,?049 characters; at most 2,?048/)).toBeVisible()
  expect(posts).toBe(0)
})
