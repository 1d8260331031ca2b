import { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink } from 'mediabunny'
import { EncodedVideoPacketSource, Input, MP4, Mp4OutputFormat, Output } from 'mediabunny'
import type * as Library from 'h264-mp4-encoder'
import { FRAMES_PER_SECOND } from './clip-size'
import type { AacTrack } from './encode-aac'
import { colourMatrix } from './yuv-picture'

export interface ClipEncoder {
  /** One frame: the three planes one after the other. */
  addFrame: (yuv: Uint8Array) => void
  /** The whole file. The encoder cannot be used afterwards. */
  finish: () => Uint8Array
  /** Gives everything back without a file. */
  abandon: () => void
}

let encodersMade = 0

/** `width` and `height` are even. */
export async function openEncoder(size: { width: number; height: number }): Promise<ClipEncoder> {
  const { createH264MP4Encoder } = await (library ??= loadLibrary())
  const encoder = await createH264MP4Encoder()
  encodersMade += 1
  // All encoders of a process share one file system in memory, so each needs a name of its own.
  encoder.outputFilename = `clip-${encodersMade}.mp4`
  encoder.width = size.width
  encoder.height = size.height
  encoder.frameRate = FRAMES_PER_SECOND
  encoder.quantizationParameter = 26
  encoder.speed = 10
  // A key frame a second: seeking lands quickly anywhere in so short a clip.
  encoder.groupOfPictures = FRAMES_PER_SECOND
  encoder.initialize()
  const release = () => {
    encoder.FS.unlink(encoder.outputFilename)
    encoder.delete()
  }
  return {
    addFrame: (yuv) => encoder.addFrameYuv(yuv),
    finish: () => {
      encoder.finalize()
      const bytes = encoder.FS.readFile(encoder.outputFilename)
      release()
      return bytes
    },
    abandon: () => {
      encoder.finalize()
      release()
    },
  }
}

let library: Promise<typeof Library> | null = null

/**
 * The encoder's loader takes over the process's unhandled errors and would abort on any of them.
 * Its listeners are taken off again: errors that are not its own are none of its business.
 */
async function loadLibrary(): Promise<typeof Library> {
  const exceptions = process.listeners('uncaughtException')
  const rejections = process.listeners('unhandledRejection')
  const loaded: typeof Library & { default?: typeof Library } = await import('h264-mp4-encoder')
  for (const listener of process.listeners('uncaughtException')) {
    if (!exceptions.includes(listener)) process.off('uncaughtException', listener)
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejections.includes(listener)) process.off('unhandledRejection', listener)
  }
  // Node wraps the CommonJS module, other loaders unwrap it.
  return loaded.default ?? loaded
}

/**
 * Moves the index in front of the pictures, so that a player can start before it has all, and tells
 * key frames from the others in it, so that it can seek. Puts the sound beside the pictures.
 */
export async function indexFirst(
  mp4: Uint8Array,
  { height, sound }: { height: number; sound: AacTrack | null },
): Promise<Uint8Array> {
  const input = new Input({ formats: [MP4], source: new BufferSource(mp4) })
  const track = await input.getPrimaryVideoTrack()
  const decoderConfig = await track?.getDecoderConfig()
  if (!track || !decoderConfig) throw new Error('the encoder made a file without a video track')
  const matrix = colourMatrix(height).name
  const colorSpace = { primaries: matrix, transfer: matrix, matrix, fullRange: false }
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const source = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(source, { frameRate: FRAMES_PER_SECOND })
  const addSound = sound && soundTrack(output, sound)
  await output.start()
  // The encoder's file calls every frame a key frame, and a player that seeks would believe it.
  const options = { verifyKeyPackets: true }
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, options)) {
    await source.add(packet, { decoderConfig: { ...decoderConfig, colorSpace } })
  }
  await addSound?.()
  await output.finalize()
  if (!target.buffer) throw new Error('the remuxed file is missing')
  return new Uint8Array(target.buffer)
}

/** Declares the track, which must be done before the output starts; the result fills it. */
function soundTrack(output: Output, { packets, config }: AacTrack): () => Promise<void> {
  const source = new EncodedAudioPacketSource('aac')
  output.addAudioTrack(source)
  return async () => {
    for (const packet of packets) await source.add(packet, { decoderConfig: config })
  }
}
