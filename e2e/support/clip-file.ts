import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'

export type ClipFacts = { codec: string | null; width: number; height: number; seconds: number }

/** What the file itself says, whatever the studio claims. */
export async function readClip(bytes: ArrayBuffer): Promise<ClipFacts> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new Error('no picture track')
    const [codec, width, height, seconds] = await Promise.all([
      track.getCodec(),
      track.getDisplayWidth(),
      track.getDisplayHeight(),
      input.computeDuration(),
    ])
    return { codec, width, height, seconds }
  } finally {
    input.dispose()
  }
}
