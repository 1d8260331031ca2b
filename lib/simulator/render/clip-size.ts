import { createHash } from 'node:crypto'
import { moveName } from './camera-moves'
import type { RenderJob, Role } from './render-job'

export const FRAMES_PER_SECOND = 24

/** Rises whenever a clip of the same picture would come out differently. */
const RENDER_VERSION = 3

/** Pixels of a clip: the short side as asked, the long one after the picture, both even. */
export function clipSize(
  picture: { width: number; height: number },
  shortSide: number,
): { width: number; height: number } {
  const isWide = picture.width >= picture.height
  const ratio = isWide ? picture.width / picture.height : picture.height / picture.width
  const longSide = Math.round((shortSide * ratio) / 2) * 2
  return isWide ? { width: longSide, height: shortSide } : { width: shortSide, height: longSide }
}

/** Names a clip by everything that decides how it looks, so that it is rendered only once. */
export function clipKey(
  options: Omit<RenderJob, 'pictures'> & {
    pictures: readonly { sha256: string; role: Role }[]
  },
): string {
  const { move, width, height, seconds, shots, sound } = options
  const pictures = options.pictures.map(({ sha256, role }) => [sha256, role])
  const parts = [RENDER_VERSION, pictures, moveName(move), width, height, seconds, shots, sound]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
