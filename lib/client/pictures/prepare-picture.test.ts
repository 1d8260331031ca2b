import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { PICTURE } from '@/lib/shared/limits'
import { UNTOUCHED } from '@/lib/shared/picture-edit'
import type { Rendered } from './draw-picture'
import { prepareEdit, preparePicture } from './prepare-picture'

const MEBIBYTE = 1024 * 1024
const { signal } = new AbortController()

async function picture(width: number, height: number, format: 'jpeg' | 'png' | 'avif' = 'jpeg') {
  const colour = { width, height, channels: 3, background: '#c02010' } as const
  const bytes = await sharp({ create: colour }).toFormat(format).toBuffer()
  return new File([new Uint8Array(bytes)], `holiday.2026.${format}`, { type: `image/${format}` })
}

/** A browser whose canvas makes this of everything. */
const browserThatMakes = (rendered: Rendered | null) => vi.fn(async () => rendered)
const scaled: Rendered = {
  blob: new Blob(['scaled'], { type: 'image/jpeg' }),
  original: { width: 4032, height: 3024 },
}
const HEIC = `\0\0\0\x14ftypheic\0\0\0\0mif1${'\0'.repeat(40)}`

describe('a picture before it is sent', () => {
  test.each([
    [4000, 3000],
    [300, 300],
    [4000, 1600],
  ])('of %i × %i pixels stays as it is', async (width, height) => {
    const file = await picture(width, height)
    const render = browserThatMakes(scaled)
    const prepared = await preparePicture(file, { signal, maxBytes: 50 * MEBIBYTE, render })
    expect(prepared).toEqual({ file, original: null })
    expect(prepared.file).toBe(file)
    expect(render).not.toHaveBeenCalled()
  })

  test('that is too large is scaled, and what it was is known', async () => {
    const render = browserThatMakes(scaled)
    const file = await picture(4032, 3024)
    const prepared = await preparePicture(file, { signal, maxBytes: 50 * MEBIBYTE, render })
    expect(prepared.original).toEqual({ width: 4032, height: 3024 })
    expect(prepared.file).toMatchObject({ name: 'holiday.2026.jpg', type: 'image/jpeg', size: 6 })
    const job = { file, edit: UNTOUCHED, maxSide: 4000, mayBeClear: false }
    expect(render).toHaveBeenCalledWith(job, signal)
  })

  test('that is heavier than what may be sent is written anew', async () => {
    const small = await picture(1000, 1000, 'png')
    const file = new File([small, new Uint8Array(PICTURE.maxSentBytes)], 'a.png')
    const render = browserThatMakes(scaled)
    await preparePicture(file, { signal, maxBytes: 50 * MEBIBYTE, render })
    expect(render).toHaveBeenCalledOnce()
  })

  test('is scaled before it is weighed', async () => {
    const file = new File([await picture(4032, 3024), new Uint8Array(2 * MEBIBYTE)], 'a.jpg')
    const options = { signal, maxBytes: MEBIBYTE }
    const render = browserThatMakes(scaled)
    await expect(preparePicture(file, { ...options, render })).resolves.toBeTruthy()
    const refused = preparePicture(file, { ...options, render: browserThatMakes(null) })
    await expect(refused).rejects.toMatchObject({ code: 'picture_too_heavy', values: { max: 1 } })
  })

  test.each([
    [299, 400, 'picture_too_small'],
    [300, 800, 'picture_too_long'],
    [11_000, 4000, 'picture_too_long'],
  ])('of %i × %i pixels is refused before anything is drawn', async (width, height, code) => {
    const render = browserThatMakes(scaled)
    const refused = preparePicture(await picture(width, height), { signal, maxBytes: 1e9, render })
    await expect(refused).rejects.toMatchObject({ code })
    expect(render).not.toHaveBeenCalled()
  })

  test('that is HEIC or AVIF is turned where the browser can, else refused', async () => {
    const options = { signal, maxBytes: MEBIBYTE }
    const heic = new File([HEIC], 'IMG_1.HEIC')
    const avif = await picture(400, 300, 'avif')
    for (const [file, code] of [
      [heic, 'picture_heic'],
      [avif, 'picture_avif'],
    ] as const) {
      const turned = await preparePicture(file, { ...options, render: browserThatMakes(scaled) })
      expect(turned.file.type).toBe('image/jpeg')
      const refused = preparePicture(file, { ...options, render: browserThatMakes(null) })
      await expect(refused).rejects.toMatchObject({ code })
    }
  })

  test('that turns out too small once it is open is refused', async () => {
    const small = { ...scaled, original: { width: 200, height: 100 } }
    const file = new File([HEIC], 'a.heic')
    const options = { signal, maxBytes: MEBIBYTE, render: browserThatMakes(small) }
    await expect(preparePicture(file, options)).rejects.toMatchObject({ code: 'picture_too_small' })
  })

  test('that is none is left to the server', async () => {
    const file = new File(['hello'.repeat(20)], 'a.txt')
    const render = browserThatMakes(null)
    const prepared = await preparePicture(file, { signal, maxBytes: MEBIBYTE, render })
    expect(prepared.file).toBe(file)
  })

  test('that cannot be opened, though it should, is left to the server', async () => {
    const file = await picture(5000, 4000)
    const render = browserThatMakes(null)
    const prepared = await preparePicture(file, { signal, maxBytes: 50 * MEBIBYTE, render })
    expect(prepared).toEqual({ file, original: null })
  })
})

test('an edited picture has the name and the size of what it was made of', async () => {
  const file = await picture(400, 300)
  const made = {
    blob: new Blob(['x'], { type: 'image/webp' }),
    original: { width: 400, height: 300 },
  }
  const options = { signal, maxBytes: MEBIBYTE, edit: { ...UNTOUCHED, isMirrored: true } }
  const prepared = await prepareEdit(file, { ...options, render: browserThatMakes(made) })
  expect(prepared.file.name).toBe('holiday.2026.webp')
  expect(prepared.original).toEqual({ width: 400, height: 300 })
  const refused = prepareEdit(file, { ...options, render: browserThatMakes(null) })
  await expect(refused).rejects.toMatchObject({ code: 'picture_truncated' })
})
