import { registerAacEncoder } from '@mediabunny/aac-encoder'
import { AudioSample, AudioSampleSource, NullTarget, Output, type EncodedPacket } from 'mediabunny'
import { canEncodeAudio, Mp4OutputFormat } from 'mediabunny'
import { SAMPLE_RATE, type Sound } from './sound'

export interface AacTrack {
  packets: readonly EncodedPacket[]
  /** Says to a player how the packets are to be read. */
  config: AudioDecoderConfig
}

/** Samples a packet holds. */
const PACKET = 1024
const BITS_PER_SECOND = 96_000

/**
 * How many samples of sound make a track that ends with a clip of so many seconds and not after it:
 * the encoder fills whole packets, and puts one of its own in front.
 */
export function samplesFor(seconds: number): number {
  return (Math.floor((seconds * SAMPLE_RATE) / PACKET) - 1) * PACKET
}

/** Encodes in a thread of the encoder's own, so that pictures can be encoded meanwhile. */
export async function encodeAac(sound: Sound): Promise<AacTrack> {
  isRegistered ??= register()
  await isRegistered
  const packets: EncodedPacket[] = []
  let config: AudioDecoderConfig | undefined
  const source = new AudioSampleSource({
    codec: 'aac',
    bitrate: BITS_PER_SECOND,
    onEncodedPacket: (packet, meta) => {
      packets.push(packet)
      config ??= meta?.decoderConfig
    },
  })
  const output = new Output({ format: new Mp4OutputFormat(), target: new NullTarget() })
  output.addAudioTrack(source)
  await output.start()
  const sample = sampleOf(sound)
  await source.add(sample)
  sample.close()
  await output.finalize()
  if (!config) throw new Error('the encoder made a sound track without a packet')
  return { packets, config }
}

let isRegistered: Promise<void> | undefined

async function register(): Promise<void> {
  if (!(await canEncodeAudio('aac'))) registerAacEncoder()
}

function sampleOf({ channels: [left, right] }: Sound): AudioSample {
  const data = new Float32Array(left.length + right.length)
  data.set(left)
  data.set(right, left.length)
  return new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: 2,
    sampleRate: SAMPLE_RATE,
    timestamp: 0,
  })
}
