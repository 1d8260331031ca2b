import { readFileSync } from 'node:fs'
import type { Page, Request } from 'playwright/test'
import sharp from 'sharp'
import { imagePageSchema, imageSchema } from '@/lib/shared/wire'
import { CreatePage } from './pages/create-page'
import { ask, picturePath, uploadPicture } from './support/api'
import { expect, test } from './support/test'

/** A photograph as a camera makes it: 4032 × 3024, with a note that it lies on its side where `orientation` says so. */
const photograph = (orientation = 1) =>
  sharp(picturePath('coffee.png'))
    .resize(4032, 3024, { fit: 'fill' })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer()

const isUpload = (request: Request) =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/api/images'

/** Bytes of the form that was posted; what is in its files a browser does not tell. */
async function postedBytes(request: Request): Promise<number> {
  return Number((await request.allHeaders())['content-length'])
}

/** Does something that brings a picture in, and returns what was stored. */
async function storedAfter(page: Page, act: () => Promise<void>) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isUpload(response.request())),
    act(),
  ])
  expect(answer.status()).toBe(201)
  return imageSchema.parse(await answer.json())
}

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer })

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^(Other ways|Replace)$/ }).click()
  await page.getByRole('button', { name: item }).click()
}

/** The mean colour of a part of a stored picture. */
async function colourOf(url: string, region: [number, number, number, number]) {
  const [left, top, width, height] = region
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  // Statistics are of the file: the part must be one first.
  const part = await sharp(bytes).extract({ left, top, width, height }).png().toBuffer()
  const { channels } = await sharp(part).stats()
  return channels.map(({ mean }) => mean)
}

test('a photograph is scaled before it is sent, upright, and what happened is said', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  const original = await photograph(6)
  const request = page.waitForRequest(isUpload)
  const stored = await storedAfter(page, () => choose(page, 'IMG_1.jpeg', 'image/jpeg', original))
  // The studio itself saw no more than that.
  expect(stored).toMatchObject({ originalWidth: 3000, originalHeight: 4000, width: 3000 })
  expect(await postedBytes(await request)).toBeLessThan(original.length)
  await expect(create.preview).toBeVisible()
  await expect(page.getByText('3024×4032 → 3000×4000')).toBeVisible()
  await expect(page.getByText('clip about 540 × 720')).toBeVisible()
  await page.getByRole('radio', { name: '720p' }).press('Space')
  await expect(page.getByText('clip about 720 × 960')).toBeVisible()
})

test('what fits is sent as it is, to the byte, and the same file only once', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  let uploads = 0
  page.on('request', (request) => (uploads += Number(isUpload(request))))
  const original = readFileSync(picturePath('rocket.jpg'))
  const known = await uploadPicture(studio.url, 'rocket.jpg')
  const request = page.waitForRequest(isUpload)
  const stored = await storedAfter(page, () => choose(page, 'a.jpg', 'image/jpeg', original))
  // The same bytes make the same picture: it is stored once.
  expect(stored).toEqual(known)
  expect(await postedBytes(await request)).toBeGreaterThan(original.length)
  expect(await postedBytes(await request)).toBeLessThan(original.length + 500)
  await expect(create.preview).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(create.preview).toBeHidden()
  await choose(page, 'another name.jpg', 'image/jpeg', original)
  await expect(create.preview).toBeVisible()
  expect(uploads).toBe(1)
})

test('an upload says how far it is, and can be stopped', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  const client = await page.context().newCDPSession(page)
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 100_000,
  })
  await choose(page, 'big.jpg', 'image/jpeg', await photograph())
  await expect(page.getByText(/Uploading… [1-9]\d? %/)).toBeVisible()
  const bar = page.getByRole('progressbar')
  expect(await bar.evaluate((element: HTMLProgressElement) => element.value)).toBeGreaterThan(0)
  const stopped = page.waitForEvent('requestfailed', isUpload)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await stopped
  await expect(bar).toBeHidden()
  await expect(page.getByText('Drop a picture here')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await create.choosePicture('coffee.png')
})

test('a photograph of 48 megapixels is scaled in a thread of its own, and typing goes on', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  const huge = test.info().outputPath('huge.jpg')
  await sharp(picturePath('rocket.jpg')).resize(8000, 6000, { fit: 'fill' }).jpeg().toFile(huge)
  const thread = page.waitForEvent('worker')
  await page.locator('input[type=file]').first().setInputFiles(huge)
  const ended = (await thread).waitForEvent('close')
  await create.prompt.pressSequentially('typed meanwhile')
  await expect(create.prompt).toHaveValue('typed meanwhile')
  await expect(page.getByText('8000×6000 → 4000×3000')).toBeVisible({ timeout: 60_000 })
  await ended
})

test('a picture is pasted, and so is its address', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  const stored = await storedAfter(page, () =>
    page.evaluate(async (path) => {
      const blob = await (await fetch(path)).blob()
      const data = new DataTransfer()
      data.items.add(new File([blob], 'pasted.webp', { type: 'image/webp' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
      document.body.dispatchEvent(event)
    }, '/examples/coffee.webp'),
  )
  expect(stored).toMatchObject({ width: 600, height: 400 })
  await expect(create.preview).toBeVisible()
  const request = page.waitForRequest(isUpload)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'https://127.0.0.1/picture.jpg')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  expect((await request).postDataJSON()).toEqual({ url: 'https://127.0.0.1/picture.jpg' })
  await expect(page.getByText(/only public https addresses/)).toBeVisible()
})

test('a link is typed: what is wrong with it is said there, what is there is taken', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  const image = await uploadPicture(studio.url, 'rocket.jpg')
  await openMenu(page, 'From a link')
  const dialog = page.getByRole('dialog', { name: 'Picture from a link' })
  await expect(dialog.getByLabel('Address of the picture')).toBeFocused()
  await page.keyboard.type('http://example.com/a.png')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('starts with https://')
  await dialog.getByLabel('Address of the picture').fill('https://10.0.0.1/a.png')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('only public https addresses')
  // No test leaves the machine: the studio's answer to a public address is said for it.
  await page.route('**/api/images', (route) => route.fulfill({ status: 201, json: image }))
  await dialog.getByLabel('Address of the picture').fill('https://example.com/a.png')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(create.preview).toHaveAttribute('src', image.url)
})

test('an earlier picture is picked by keyboard, without another upload', async ({
  page,
  studio,
}) => {
  await uploadPicture(studio.url, 'astronaut.png')
  await uploadPicture(studio.url, 'chelsea.png')
  const list = imagePageSchema.parse(await (await ask(studio.url, '/api/images?limit=2')).json())
  const [, second] = list.images
  const create = new CreatePage(page, studio.url)
  await create.open()
  let uploads = 0
  page.on('request', (request) => (uploads += Number(isUpload(request))))
  await openMenu(page, 'Earlier pictures')
  const dialog = page.getByRole('dialog', { name: 'Choose a picture' })
  await dialog
    .getByRole('button', { name: /^Picture,/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(create.preview).toHaveAttribute('src', second?.url ?? '')
  expect(uploads).toBe(0)
})

test('a picture is turned, mirrored and cut, and stored as it was seen', async ({
  page,
  studio,
}) => {
  // Red, green, blue and yellow quarters, 600 × 400.
  const tile = (background: string) => ({
    create: { width: 300, height: 200, channels: 3 as const, background },
  })
  const quarters = await sharp({ create: { ...tile('#ff0000').create, width: 600, height: 400 } })
    .composite([
      { input: tile('#00ff00'), left: 300, top: 0 },
      { input: tile('#0000ff'), left: 0, top: 200 },
      { input: tile('#ffff00'), left: 300, top: 200 },
    ])
    .png()
    .toBuffer()
  const create = new CreatePage(page, studio.url)
  await create.open()
  await storedAfter(page, () => choose(page, 'quarters.png', 'image/png', quarters))
  await expect(create.preview).toBeVisible()

  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Crop and turn' })
  await dialog.getByRole('button', { name: 'Turn right' }).click()
  await dialog.getByRole('button', { name: 'Flip left to right' }).click()
  await dialog.getByText('1:1', { exact: true }).click()
  await expect(dialog.getByText('400 × 400')).toBeVisible()
  // By the arrow keys up to the edge.
  const area = dialog.getByLabel(/^Part that is kept/)
  await area.focus()
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('Shift+ArrowUp')
  const stored = await storedAfter(page, () =>
    dialog.getByRole('button', { name: 'Use it like this' }).click(),
  )
  expect(stored).toMatchObject({ width: 400, height: 400 })
  await expect(page.getByText('600×400 → 400×400')).toBeVisible()
  await expect(create.preview).toHaveAttribute('src', stored.url)
  // Turned right: blue and red above, yellow and green below; mirrored: red first. The square from the top ends in the next row.
  const at = (left: number, top: number) => colourOf(studio.url + stored.url, [left, top, 50, 50])
  const [red, blue, green] = [await at(50, 50), await at(300, 50), await at(50, 330)]
  expect(red[0]).toBeGreaterThan(200)
  expect(blue[2]).toBeGreaterThan(200)
  expect(green[1]).toBeGreaterThan(200)
  expect(green[0]).toBeLessThan(60)
})

test('a part that would be too small is not taken', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  await create.choosePicture('chelsea.png')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Crop and turn' })
  await dialog.getByText('9:16', { exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('169 × 300 pixels. Each side needs')
  await expect(dialog.getByRole('button', { name: 'Use it like this' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused()
})

test('AVIF is turned, HEIC is refused with what to do', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  let uploads = 0
  page.on('request', (request) => (uploads += Number(isUpload(request))))
  const head = Buffer.from([0, 0, 0, 20])
  const heic = Buffer.concat([
    head,
    Buffer.from('ftypheic\0\0\0\0mif1', 'latin1'),
    Buffer.alloc(400, 7),
  ])
  await choose(page, 'IMG_1.HEIC', 'image/heic', heic)
  await expect(page.getByText(/On an iPhone choose Settings › Camera › Formats/)).toBeVisible()
  expect(uploads).toBe(0)
  const avif = await sharp(picturePath('coffee.png')).avif({ effort: 0 }).toBuffer()
  // The studio itself takes no AVIF: what it took was turned before.
  await storedAfter(page, () => choose(page, 'a.avif', 'image/avif', avif))
  await expect(create.preview).toBeVisible()
  await expect(page.getByText('600 × 400')).toBeVisible()
})

test('what is clear stays clear when it is scaled', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  const colour = { r: 200, g: 40, b: 30, alpha: 0.4 }
  const clear = await sharp({
    create: { width: 4400, height: 3300, channels: 4, background: colour },
  })
    .png()
    .toBuffer()
  const stored = await storedAfter(page, () => choose(page, 'clear.png', 'image/png', clear))
  expect(stored).toMatchObject({ width: 4000, height: 3000 })
  const bytes = Buffer.from(await (await fetch(studio.url + stored.url)).arrayBuffer())
  expect(await sharp(bytes).metadata()).toMatchObject({ hasAlpha: true })
})
