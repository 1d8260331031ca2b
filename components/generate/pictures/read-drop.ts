export type DropTaking = {
  onFiles: (files: File[]) => void
  /** A picture from another page. */
  onAddress: (url: string) => void
}

/** A file, or a picture from another page as its address. Dragged text is neither. */
export function carriesPicture(data: DataTransfer): boolean {
  return data.types.includes('Files') || data.types.includes('text/uri-list')
}

/** Hands on what was dropped; false where it is no picture. */
export function readDrop(data: DataTransfer, { onFiles, onAddress }: DropTaking): boolean {
  if (!carriesPicture(data)) return false
  const files = [...data.files]
  const address = data.getData('text/uri-list').split('\n')[0]?.trim()
  if (files.length > 0) onFiles(files)
  else if (address) onAddress(address)
  return true
}
