import path from 'node:path'
import { BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { picture, temporaryFolder } from '../test-harness'
import { fixture, renderJob } from './test-frames'
import { renderClip } from './render-clip'
import type { RenderJob } from './render-job'

const HANDLERS_AT_START = errorHandlers()

function errorHandlers(): number[] {
  return ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event))
}

function job(overrides: Partial<RenderJob> = {}): RenderJob {
  return renderJob({ width: 542, height: 360, ...overrides })
}

async function probe(mp4: Uint8Array) {
  const input = new Input({ formats: [MP4], source: new BufferSource(mp4) })
  const track = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
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
    tracks: (await input.getTracks()).length,
    sound: sound && { codec: await sound.getCodec(), seconds: await sound.computeDuration() },
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
      tracks: 1,
      sound: null,
    })
    const boxes = topBoxes(mp4)
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
    expect(boxes).toContain('moov')
  })

  test.each([8, 10])('%i seconds', async (seconds) => {
    const file = path.join(await temporaryFolder(), 'small')
    await picture().png().toFile(file)
    const pictures = [{ file, role: 'first' as const }]
    const mp4 = await renderClip(job({ pictures, width: 64, height: 64, seconds }))
    expect(await probe(mp4)).toMatchObject({ duration: seconds, frames: seconds * 24 })
  })

  test('the tail of a pair shows, and so do another move and several shots', async () => {
    // The file says in which second it was made; two renders would differ when one began between them.
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const small = { width: 96, height: 64 }
    const first = { file: fixture('chelsea.png'), role: 'first' as const }
    const pictures = [first, { file: fixture('coffee.png'), role: 'last' as const }]
    const still = Buffer.from(await renderClip(job(small)))
    expect(Buffer.from(await renderClip(job(small))).equals(still)).toBe(true)
    for (const other of [{ pictures }, { move: 'horizontal_left' }, { shots: 2 }]) {
      expect(Buffer.from(await renderClip(job({ ...small, ...other }))).equals(still)).toBe(false)
    }
  })

  test.each([
    [5, 4.992],
    [8, 8],
    [10, 9.984],
  ])('%i seconds with sound, both in one file with its index in front', async (seconds, heard) => {
    const small = { width: 96, height: 64 }
    const mp4 = await renderClip(job({ ...small, seconds, sound: 'a boat' }))
    expect(await probe(mp4)).toMatchObject({
      codec: 'avc',
      duration: seconds,
      frames: seconds * 24,
      tracks: 2,
      sound: { codec: 'aac', seconds: expect.closeTo(heard, 5) },
    })
    const boxes = topBoxes(mp4)
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
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
    const pictures = [{ file: '/nowhere/at/all', role: 'first' as const }]
    await expect(renderClip(job({ pictures }))).rejects.toThrow()
    await expect(renderClip(job({ pictures: [] }))).rejects.toThrow('needs a picture')
  })

  test('leaves the handlers of unhandled errors as they were before the first clip', async () => {
    await renderClip(job({ width: 64, height: 64 }))
    expect(errorHandlers()).toEqual(HANDLERS_AT_START)
  })
})
