import { pathOf } from './check-request'

/** Of one file. */
export type FileAddress =
  | { kind: 'stored'; id: string; sha256: string; extension: string; downloadName: string | null }
  /** A picture for the gateway; served only to who has its signature. */
  | { kind: 'input'; imageId: string; extension: string }
/** Or of many clips at once, as an archive that is made while it is sent. */
export type MediaAddress = FileAddress | { kind: 'selection'; id: string }

const INPUT = /^\/media\/input\/([0-9a-z-]{1,64})\.(jpg|png|webp)$/
const SELECTION = /^\/media\/selection\/([0-9a-z-]{1,64})\.zip$/
const STORED = /^\/media\/([0-9a-z-]{1,64})\/([0-9a-f]{64})\.(mp4|jpg|png|webp)$/

/** Reads an address under /media; null for one that can name nothing. */
export function readMediaAddress(url: string): MediaAddress | null {
  const path = pathOf(url)
  const [, imageId, imageExtension] = INPUT.exec(path) ?? []
  if (imageId && imageExtension) return { kind: 'input', imageId, extension: imageExtension }
  const [, selectionId] = SELECTION.exec(path) ?? []
  if (selectionId) return { kind: 'selection', id: selectionId }
  const [, id, sha256, extension] = STORED.exec(path) ?? []
  if (!id || !sha256 || !extension) return null
  const downloadName = new URLSearchParams(url.slice(path.length)).get('download')
  return { kind: 'stored', id, sha256, extension, downloadName }
}
