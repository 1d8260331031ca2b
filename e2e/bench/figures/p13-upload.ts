import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import * as z from 'zod'
import { imageSchema } from '@/lib/shared/wire'
import { ask, picturePath } from '../../support/api'
import { startClient } from '../clients/start-client'
import type { Figure } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import { startStudioIn } from '../peers/studio'

const WIDTH = 4000
const HEIGHT = 3000

export const p13Upload: Figure = {
  id: 'P13',
  title: 'Taking in a picture',
  peer: 'sharp alone',
  lines: [
    {
      key: 'upload',
      what: 'a 12-megapixel JPEG from the upload until it is stored',
      unit: 'ms',
      bar: 1.7,
      aim: 1.2,
      direction: 'at-most',
    },
  ],
  async measure(scope) {
    const folder = mkdtempSync(path.join(tmpdir(), 'studio-bench-pictures-'))
    scope.defer(() => rmSync(folder, { recursive: true, force: true }))
    const studio = await startStudioIn(scope)
    const encode = startClient(scope, 'encode')
    const pictures = new Map<number, Promise<string>>()
    const pictureOf = (round: number) => {
      const file = pictures.get(round) ?? makePicture(folder, round)
      pictures.set(round, file)
      return file
    }
    const upload = await alternate({
      ours: async (round) => timeUpload(studio.url, await pictureOf(round)),
      peer: async (round) => z.number().parse(await encode({ file: await pictureOf(round) })),
    })
    return { kind: 'measured', samples: { upload } }
  },
}

/** Like a camera's: a photograph with some grain. Another one every round, since the same would be stored already. */
async function makePicture(folder: string, round: number): Promise<string> {
  const file = path.join(folder, `${round}.jpg`)
  const size = { width: WIDTH, height: HEIGHT }
  const noise = { type: 'gaussian', mean: 128, sigma: 6 } as const
  const grain = await sharp({ create: { ...size, channels: 3, background: 'grey', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  await sharp(picturePath('rocket.jpg'))
    .resize({ ...size, fit: 'cover' })
    .composite([{ input: grain, blend: 'overlay' }])
    .jpeg({ quality: 90 - round })
    .toFile(file)
  return file
}

async function timeUpload(url: string, file: string): Promise<number> {
  const form = new FormData()
  form.set('file', await openAsBlob(file), 'picture.jpg')
  const startedAt = performance.now()
  const answer = await ask(url, '/api/images', { method: 'POST', body: form })
  const stored = imageSchema.parse(await answer.json())
  const ms = performance.now() - startedAt
  if (stored.width !== WIDTH || stored.height !== HEIGHT) throw new Error('it was not stored whole')
  return ms
}
