import path from 'node:path'
import { BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny'
import { describe, expect, test } from 'vitest'
import { picture, temporaryFolder } from '../test-harness'
import { renderClip, type RenderJob } from './render-clip'

const FIXTURES = path.resolve(import.meta.dirname, '../../../e2e/fixtures')

const HANDLERS_AT_START = errorHandlers()

function errorHandlers(): number[] {
  return ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event))
}

function job(overrides: Partial<RenderJob> = {}): RenderJob {
  const chelsea = path.join(FIXTURES, 'chelsea.png')
  const size = { width: 542, height: 360 }
  return { picture: chelsea, lastPicture: null, move: null, seconds: 5, ...size, ...overrides }
}

async function probe(mp4: Uint8Array) {
  const input = new Input({ formats: [MP4], source: new BufferSource(mp4) })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('no video track')
  let frames = 0
  const keyFrames: number[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) {
    frames += 1
    if (packet.type === 'key') keyFrames.push(packet.timestamp)
  }
  const config = await track.getDecoderConfig()
  return {
    codec: await track.getCodec(),
    width: await track.getCodedWidth(),
    height: await track.getCodedHeight(),
    duration: await input.computeDuration(),
    frames,
    keyFrames,
    matrix: config?.colorSpace?.matrix,
  }
}

/** The names of the boxes that the file consists of, in order. */
function topBoxes(mp4: Uint8Array): string[] {
  const bytes = Buffer.from(mp4)
  const names: string[] = []
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    names.push(bytes.toString('latin1', at + 4, at + 8))
  }
  return names
}

describe('renderClip', () => {
  test('makes H.264 of the size and length that were asked, its index in front', async () => {
    const mp4 = await renderClip(job())
    expect(await probe(mp4)).toEqual({
      codec: 'avc',
      width: 542,
      height: 360,
      duration: 5,
      frames: 120,
      // Every frame was once called a key frame, and a seek landed a second late.
      keyFrames: [0, 1, 2, 3, 4],
      matrix: 'smpte170m',
    })
    const boxes = topBoxes(mp4)
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
    expect(boxes).toContain('moov')
  })

  test.each([8, 10])('%i seconds', async (seconds) => {
    const file = path.join(await temporaryFolder(), 'small')
    await picture().png().toFile(file)
    const mp4 = await renderClip(job({ picture: file, width: 64, height: 64, seconds }))
    expect(await probe(mp4)).toMatchObject({ duration: seconds, frames: seconds * 24 })
  })

  test('the tail of a pair shows, and so does another move', async () => {
    const small = { width: 96, height: 64 }
    const tail = path.join(FIXTURES, 'coffee.png')
    const still = Buffer.from(await renderClip(job(small)))
    expect(Buffer.from(await renderClip(job(small))).equals(still)).toBe(true)
    for (const other of [{ lastPicture: tail }, { move: 'horizontal_left' }]) {
      expect(Buffer.from(await renderClip(job({ ...small, ...other }))).equals(still)).toBe(false)
    }
  })

  test('lets other work go on between the frames, and stops when told to', async () => {
    const stop = new AbortController()
    let turns = 0
    const turn = () => {
      turns += 1
      if (turns < 40) setImmediate(turn)
      else stop.abort()
    }
    setImmediate(turn)
    await expect(renderClip(job(), stop.signal)).rejects.toThrow(/abort/)
  })

  test('says that a picture cannot be read', async () => {
    await expect(renderClip(job({ picture: '/nowhere/at/all' }))).rejects.toThrow()
  })

  test('leaves the handlers of unhandled errors as they were before the first clip', async () => {
    await renderClip(job({ width: 64, height: 64 }))
    expect(errorHandlers()).toEqual(HANDLERS_AT_START)
  })
})
