import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readZip } from '@/lib/server/keeping/downloads/zip/test-zip'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ClipViewer } from './pages/clip-viewer'
import { SelectionPage } from './pages/selection-page'
import { ask, createTask, readTask, waitForStatus } from './support/api'
import { axeViolations } from './support/axe'
import { sidewaysPixels } from './support/layout'
import { startStudio, temporaryFolder, type Studio } from './support/studio'
import { expect, test } from './support/test'

// A studio of its own: what all of it is, is counted here.
let studio: Studio
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.remove())

const made: TaskOnWire[] = []
/** Three clips, the youngest first, as the gallery has them. */
async function clips(): Promise<[string, string, string]> {
  if (made.length === 0) {
    for (const picture of ['coffee.png', 'rocket.jpg', 'chelsea.png']) {
      const { id } = await createTask(studio.url, picture, { prompt: `of ${picture}` })
      made.unshift(await waitForStatus(studio.url, id, 'succeeded'))
    }
  }
  const [a, b, c] = made
  if (!a || !b || !c) throw new Error('no clips')
  return [a.id, b.id, c.id]
}

test('by click, Shift, Ctrl and the box: stars, heart and tags for all of them, and back', async ({
  page,
}) => {
  const [a, b, c] = await clips()
  const select = new SelectionPage(page, studio.url)
  await select.open()
  await select.card(a).hover()
  await select.card(a).getByRole('checkbox').click()
  await select.expectSelected(1)
  await select.click(c, 'Shift')
  await select.expectSelected(3)
  await select.click(b, 'ControlOrMeta')
  await select.expectSelected(2)
  await page.keyboard.press('4')
  await expect(select.toast('2 clips rated.')).toBeVisible()
  await expect.poll(async () => (await readTask(studio.url, c)).rating).toBe(4)
  await select.tool('Favourite').click()
  await expect.poll(async () => (await readTask(studio.url, a)).isFavorite).toBe(true)

  await page.keyboard.press('t')
  const tags = select.dialog
  await tags.getByRole('combobox', { name: 'Add a tag' }).fill('Sea,')
  await tags.getByRole('button', { name: 'Apply' }).click()
  await expect(tags).toBeHidden()
  await select.click(b)
  await page.keyboard.press('t')
  await expect(tags.getByRole('checkbox', { name: 'Sea' })).toHaveJSProperty('indeterminate', true)
  expect(await axeViolations(page)).toEqual([])
  await tags.getByRole('checkbox', { name: 'Sea' }).check()
  await tags.getByRole('button', { name: 'Apply' }).click()
  await expect(select.toast('Tags of 3 clips changed.')).toBeVisible()
  expect((await readTask(studio.url, b)).tags).toMatchObject([{ name: 'Sea' }])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await readTask(studio.url, b)).tags).toEqual([])
  expect((await readTask(studio.url, a)).tags).toMatchObject([{ name: 'Sea' }])
  await page.keyboard.press('Escape')
  await expect(select.bar).toBeHidden()
})

test('by keyboard alone: one, the next ones, all that match, none', async ({ page }) => {
  const [a] = await clips()
  const select = new SelectionPage(page, studio.url)
  await select.open()
  await select.card(a).getByRole('link').first().focus()
  await page.keyboard.press('x')
  await select.expectSelected(1)
  await page.keyboard.press('Shift+ArrowRight')
  await select.expectSelected(2)
  await page.keyboard.press('ControlOrMeta+a')
  const { total } = await (await ask(studio.url, '/api/gallery/shape')).json()
  await select.expectSelected(total)
  await page.keyboard.press('Escape')
  await expect(select.bar).toBeHidden()
})

test('by a rectangle of the mouse, which opens no clip', async ({ page }) => {
  const [a, b] = await clips()
  const select = new SelectionPage(page, studio.url)
  await select.open()
  const [from, to] = [await select.card(a).boundingBox(), await select.card(b).boundingBox()]
  if (!from || !to) throw new Error('the cards are not on the screen')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 30, from.y + from.height / 2 + 10, { steps: 3 })
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 5 })
  await select.expectSelected(2)
  await page.mouse.up()
  await select.expectSelected(2)
  await expect(page).toHaveURL(/\/gallery$/)
})

test('a collection has a cover and an order', async ({ page }) => {
  const [a, b, c] = await clips()
  const select = new SelectionPage(page, studio.url)
  await select.open()
  await page.keyboard.press('ControlOrMeta+a')
  await select.expectSelected(3)
  await page.keyboard.press('c')
  await select.dialog.getByRole('textbox', { name: 'New collection' }).fill('Reel')
  await select.dialog.getByRole('button', { name: 'Create' }).click()
  await expect(select.toast('3 clips put into the collection.')).toBeVisible()
  const { collections } = await (await ask(studio.url, '/api/collections')).json()
  const [{ id }] = collections
  await select.open(`?collection=${id}&sort=order`)
  const order = () =>
    select.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-task')))
  expect(await order()).toEqual([a, b, c])
  await select.click(c, 'ControlOrMeta')
  await select.tool('Make it the cover').click()
  await expect(select.toast(/cover now/)).toBeVisible()
  await page.keyboard.press('[')
  await expect.poll(order).toEqual([a, c, b])
  await select.tool('Move to the front').click()
  await expect.poll(order).toEqual([c, a, b])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(order).toEqual([a, c, b])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(order).toEqual([a, b, c])
  await select.tool('Move to the front').click()
  await expect.poll(order).toEqual([c, a, b])
  await select.tool('Take out of Reel').click()
  await expect.poll(order).toEqual([a, b])
})

test('a download is one zip with every clip and a manifest', async ({ page }) => {
  await clips()
  const select = new SelectionPage(page, studio.url)
  await select.open('?state=succeeded')
  await page.keyboard.press('ControlOrMeta+a')
  await select.expectSelected(3)
  const coming = page.waitForEvent('download')
  await select.tool('Download').click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^clips-.*\.zip$/)
  const entries = readZip(readFileSync(await download.path()))
  expect(entries.every(({ isSound }) => isSound)).toBe(true)
  const manifest = JSON.parse(String(entries.at(-1)?.bytes))
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const files = manifest.clips.flatMap((clip: { files: object[] }) => clip.files)
  expect(files).toMatchObject(
    entries.slice(0, -1).map(({ name, bytes }) => ({ name, sha256: hashOf(bytes) })),
  )
  expect(files).toHaveLength(3)
})

test('trying again says how many and what it costs first', async ({ page }) => {
  const studio = await startStudio({ WORKER: 'off' })
  try {
    await createTask(studio.url, 'rocket.jpg')
    const { id } = await createTask(studio.url, 'coffee.png')
    await ask(studio.url, `/api/tasks/${id}/cancel`, { method: 'POST' })
    const select = new SelectionPage(page, studio.url)
    await select.open()
    await page.keyboard.press('ControlOrMeta+a')
    await expect(select.tool('Try again')).toBeVisible()
    await page.keyboard.press('r')
    await expect(select.dialog).toContainText('1 new clip is made')
    await expect(select.dialog).toContainText('About 45 credits ($0.45).')
    expect(await axeViolations(page)).toEqual([])
    await select.dialog.getByRole('button', { name: 'Make 1 clip' }).click()
    await expect(select.toast('1 new clip waits in the queue.')).toBeVisible()
    await expect(select.cards).toHaveCount(3)
  } finally {
    await studio.remove()
  }
})

test('in the trash one looks, puts back, or deletes for good; another tab sees it', async ({
  page,
  context,
}) => {
  const [, b, c] = await clips()
  const select = new SelectionPage(page, studio.url)
  await select.open()
  const other = new SelectionPage(await context.newPage(), studio.url)
  await other.open()
  await select.click(b, 'ControlOrMeta')
  await select.click(c, 'ControlOrMeta')
  await page.keyboard.press('Delete')
  await expect(select.toast('2 clips moved to the trash.')).toBeVisible()
  await expect(select.card(b)).toBeHidden()
  await other.page.bringToFront()
  await expect(other.card(b)).toBeHidden()
  await page.bringToFront()

  await select.open('?trash=1')
  await expect(page.getByText('Clips stay here for 30 days')).toBeVisible()
  const url = made.find(({ id }) => id === b)?.videos[0]?.url ?? ''
  expect((await ask(studio.url, url)).status).toBe(200)
  expect(await axeViolations(page)).toEqual([])
  await select.card(c).hover()
  await expect(select.card(c)).toContainText('30 days left')
  await select.click(c, 'ControlOrMeta')
  await select.tool('Put back').click()
  await expect(select.toast('1 clip put back.')).toBeVisible()
  await expect(select.card(c)).toBeHidden()
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await expect(select.dialog).toContainText('1 clip is deleted for good')
  await select.dialog.getByRole('button', { name: 'Delete 1 clip' }).click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  expect((await readTask(studio.url, c)).deletedAt).toBeNull()
  await expect.poll(async () => (await ask(studio.url, url)).status, { timeout: 8_000 }).toBe(404)
})

test('a clip opened from the trash says so, also reloaded, and is put back from there', async ({
  page,
  context,
}) => {
  const { id } = await createTask(studio.url, 'coffee.png', { prompt: 'to the trash and back' })
  await waitForStatus(studio.url, id, 'succeeded')
  const other = new ClipViewer(await context.newPage(), studio.url)
  await other.openPage(id)
  const viewer = new ClipViewer(page, studio.url)
  await viewer.openPage(id)
  await page.keyboard.press('Delete')
  await expect(page).toHaveURL(/\/gallery$/)
  await other.page.bringToFront()
  await expect(other.page.getByRole('region', { name: 'In the trash' })).toBeVisible()
  await page.bringToFront()

  await viewer.openOverGallery(id, '?trash=1')
  const trashed = page.getByRole('region', { name: 'In the trash' })
  await expect(trashed).toContainText('30 days left')
  await page.reload()
  await expect(trashed).toContainText('30 days left')
  await expect(viewer.video).toBeVisible()
  await expect(trashed.getByRole('button', { name: 'Delete for good' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Use again' })).toBeHidden()
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('f')
  await trashed.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('link', { name: 'Use again' })).toBeVisible()
  await expect(trashed).toBeHidden()
  expect(await readTask(studio.url, id)).toMatchObject({ deletedAt: null, isFavorite: false })
})

test('ten thousand go to the trash in the background, also when the worker dies, and stop', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const dataDir = temporaryFolder()
  const env = { ...process.env, DATA_DIR: dataDir, DISK_RESERVE_MB: '10' }
  execFileSync(process.execPath, ['dist/seed.mjs', '10000', '--without-files'], { env })
  const studio = await startStudio({}, dataDir)
  try {
    const select = new SelectionPage(page, studio.url)
    const [total, trashed] = [await countOf(studio, ''), await countOf(studio, 'trash=1')]
    expect(total).toBeGreaterThan(9_000)
    await select.open()
    await page.keyboard.press('ControlOrMeta+a')
    await select.expectSelected(total)
    await page.keyboard.press('Delete')
    await expect(select.dialog).toContainText(/clips go to the trash and can be put back/)
    await select.dialog.getByRole('button', { name: /^Move .* clips$/ }).click()
    await expect(select.progress).toBeVisible()
    const valueOf = () => select.progress.evaluate((bar: HTMLProgressElement) => bar.value)
    await expect.poll(valueOf, { intervals: [50] }).toBeGreaterThan(0)
    const first = workerOf(studio)
    process.kill(first ?? NaN, 'SIGKILL') // as the system does that runs out of memory
    // It goes on with another worker, held until it is looked at, and is seen on every page.
    const isReplaced = () => ![first, undefined].includes(workerOf(studio))
    await expect.poll(isReplaced, { timeout: 15_000, intervals: [20] }).toBe(true)
    const second = workerOf(studio) ?? NaN
    process.kill(second, 'SIGSTOP')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.reload()
    await expect(select.progress).toBeVisible()
    const before = await valueOf()
    process.kill(second, 'SIGCONT')
    await expect.poll(valueOf, { timeout: 60_000 }).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Stop' }).click()
    const stopped = select.toast(/Stopped at /)
    await expect(stopped).toBeVisible()
    const left = await countOf(studio, '')
    expect(left).toBeGreaterThan(0)
    expect((await countOf(studio, 'trash=1')) - trashed).toBe(total - left)
    await stopped.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => countOf(studio, ''), { timeout: 60_000 }).toBe(total)
    expect(await countOf(studio, 'trash=1')).toBe(trashed)
  } finally {
    await studio.remove()
  }
})

test('on a phone the bar is at the thumb, and its button begins', async ({ page }) => {
  await clips()
  await page.setViewportSize({ width: 390, height: 844 })
  const select = new SelectionPage(page, studio.url)
  await select.open()
  await page.getByRole('button', { name: 'Select clips' }).click()
  await select.expectSelected(0)
  await select.cards.first().getByRole('link').first().click()
  await select.expectSelected(1)
  await expect(select.tool('Move to the trash')).toBeInViewport({ ratio: 1 })
  expect(await sidewaysPixels(page)).toBe(0)
  expect(await axeViolations(page)).toEqual([])
})

async function countOf(studio: Studio, query: string): Promise<number> {
  const { total } = await (await ask(studio.url, `/api/gallery/counts?${query}`)).json()
  return total
}

function workerOf(studio: Studio): number | undefined {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(studio.process.pid)])
  const line = String(children)
    .split('\n')
    .find((each) => each.includes('worker.mjs'))
  return line === undefined ? undefined : Number(line.trim().split(' ')[0])
}
