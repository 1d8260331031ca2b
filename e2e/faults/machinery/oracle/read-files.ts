import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import type { StoredFile } from './ledgers'

/** Every file below a media folder, hashed, and each clip read to its last packet. */
export async function readFiles(
  folder: string,
  { named, now }: { named: ReadonlySet<string>; now: number },
): Promise<StoredFile[]> {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files: StoredFile[] = []
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    const name = path.relative(folder, file)
    files.push({
      path: name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ageMs: now - statSync(file).mtimeMs,
      isNamed: named.has(name),
      isWholeClip: name.endsWith('.mp4') ? await isWholeClip(bytes) : null,
    })
  }
  return files
}

/** Its index, its picture track, and the bytes of its last packet, which a clip that was cut does not have. */
export async function isWholeClip(bytes: Uint8Array): Promise<boolean> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  try {
    const track = await input.getPrimaryVideoTrack()
    const last = track ? await new EncodedPacketSink(track).getPacket(Infinity) : null
    return last !== null && last.data.byteLength > 0
  } catch {
    return false
  } finally {
    input.dispose()
  }
}
