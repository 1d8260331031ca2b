import {
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import type * as Library from 'h264-mp4-encoder'

const FRAMES_PER_SECOND = 24

/** A picture in RGBA that the clip wanders over: larger than the clip itself. */
type Ground = { data: Buffer; width: number; height: number }
type ClipJob = { ground: Ground; width: number; height: number; seconds: number }

/** A real H.264 clip: its window glides over the picture, from one corner to the opposite one. */
export async function encodeClip(job: ClipJob): Promise<{ mp4: Uint8Array; durationMs: number }> {
  const library: typeof Library & { default?: typeof Library } = await import('h264-mp4-encoder')
  const encoder = await (library.default ?? library).createH264MP4Encoder()
  const { width, height } = job
  const frames = job.seconds * FRAMES_PER_SECOND
  Object.assign(encoder, { width, height, frameRate: FRAMES_PER_SECOND, speed: 10 })
  encoder.quantizationParameter = 30
  encoder.groupOfPictures = FRAMES_PER_SECOND
  encoder.initialize()
  const frame = new Uint8Array(width * height * 4)
  for (let index = 0; index < frames; index += 1) {
    copyWindow(frame, job, index / (frames - 1))
    encoder.addFrameRgba(frame)
  }
  encoder.finalize()
  const bytes = encoder.FS.readFile(encoder.outputFilename)
  encoder.FS.unlink(encoder.outputFilename)
  encoder.delete()
  return indexFirst(bytes)
}

function copyWindow(frame: Uint8Array, { ground, width, height }: ClipJob, at: number): void {
  const left = Math.floor((ground.width - width) * at)
  const top = Math.floor((ground.height - height) * at)
  for (let row = 0; row < height; row += 1) {
    const start = ((top + row) * ground.width + left) * 4
    frame.set(ground.data.subarray(start, start + width * 4), row * width * 4)
  }
}

/** A player starts before it has all, and seeks by true key frames: the encoder calls every frame one. */
async function indexFirst(bytes: Uint8Array): Promise<{ mp4: Uint8Array; durationMs: number }> {
  const input = new Input({ formats: [MP4], source: new BufferSource(bytes) })
  const track = await input.getPrimaryVideoTrack()
  const decoderConfig = await track?.getDecoderConfig()
  if (!track || !decoderConfig) throw new Error('the encoder made a file without a video track')
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const source = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(source, { frameRate: FRAMES_PER_SECOND })
  await output.start()
  const options = { verifyKeyPackets: true }
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, options))
    await source.add(packet, { decoderConfig })
  await output.finalize()
  if (!target.buffer) throw new Error('the clip is missing')
  const durationMs = Math.round((await track.computeDuration()) * 1000)
  return { mp4: new Uint8Array(target.buffer), durationMs }
}
