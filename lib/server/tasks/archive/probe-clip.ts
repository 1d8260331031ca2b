import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'

export type ClipFacts = { width: number; height: number; durationMs: number }

/**
 * Reads an mp4 as far as it must be read to know that it is whole: its index, and the bytes of the last packet of every track,
 * which a clip that was cut off does not have. Null for anything else, and without a picture.
 */
export async function probeClip(path: string): Promise<ClipFacts | null> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) return null
    for (const each of await input.getTracks()) {
      const last = await new EncodedPacketSink(each).getPacket(Infinity)
      if (!last || last.data.byteLength === 0) return null
    }
    const durationMs = Math.round((await input.computeDuration()) * 1000)
    const [width, height] = await Promise.all([track.getDisplayWidth(), track.getDisplayHeight()])
    return durationMs > 0 ? { width, height, durationMs } : null
  } catch {
    return null // not a container that can be read: the caller asks for the file again
  } finally {
    input.dispose()
  }
}
