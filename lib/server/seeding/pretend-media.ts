import type { MadeScene } from './make-media'
import { bytesOf, type Random } from './random'
import { allScenes, sizeOf } from './scenes'

/** Scenes with files that nobody made. */
export function pretendMedia(random: Random): MadeScene[] {
  const sha256 = () => Buffer.from(bytesOf(random, 32)).toString('hex')
  const still = () => ({ sha256: sha256(), blur: 'data:image/webp;base64,' })
  return allScenes().map((scene) => {
    const size = sizeOf(scene.ratio, { shortest: 240 })
    const file = () => ({ ...size, sha256: sha256(), bytes: 100_000 })
    return {
      ...scene,
      clip: { ...file(), durationMs: scene.seconds * 1000 },
      stills: Array.from({ length: 60 }, still),
      pictures: Array.from({ length: 3 }, () => ({ ...file(), thumb: still() })),
    }
  })
}
