import { EncodedPacketSink, Input, MP4, UrlSource } from 'mediabunny'

/**
 * When each frame of a clip is shown, in seconds and in order, as its file says: no decoder is needed, so it is known on plain http
 * too. Comes with a library that no page loads before it is used. Throws where the file cannot be read.
 */
export async function readFrameTimes(url: string): Promise<number[]> {
  const input = new Input({ formats: [MP4], source: new UrlSource(new URL(url, document.baseURI)) })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new Error('no picture track')
    const times: number[] = []
    const packets = new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly: true,
    })
    for await (const { timestamp } of packets) times.push(timestamp)
    return times.sort((a, b) => a - b) // packets come as they are decoded
  } finally {
    input.dispose()
  }
}
