import {
  centralHeader,
  endBytes,
  endOfZip,
  entryOverhead,
  localHeader,
  type Directory,
  type ZipEntry,
} from './zip-format'

/** How long an archive will be, added up entry by entry. */
export function createZipLength() {
  const directory: Directory = { count: 0, bytes: 0, offset: 0 }
  return {
    directory,
    add(nameBytes: number, bytes: number): void {
      const { local, central } = entryOverhead(nameBytes, directory.offset)
      directory.count += 1
      directory.bytes += central
      directory.offset += local + bytes
    },
    total: () => directory.offset + directory.bytes + endBytes(directory),
  }
}

/** Makes the parts of one archive in order. Of an entry it keeps what the directory at the end says: some 100 bytes. */
export function createZipWriter() {
  const headers: Buffer[] = []
  const length = createZipLength()
  return {
    /** The head of an entry; its bytes follow. */
    begin(entry: Omit<ZipEntry, 'offset'>): Buffer {
      const placed = { ...entry, offset: length.directory.offset }
      headers.push(centralHeader(placed))
      length.add(entry.name.length, entry.bytes)
      return localHeader(placed)
    },
    /** How many bytes a last entry must have for the archive to be so long. */
    roomFor(nameBytes: number, total: number): number {
      const { count, bytes, offset } = length.directory
      const { local, central } = entryOverhead(nameBytes, offset)
      const directory = { count: count + 1, bytes: bytes + central }
      const end = endBytes({ ...directory, offset: total - directory.bytes })
      return total - end - directory.bytes - local - offset
    },
    end: (): Buffer[] => [...headers, endOfZip(length.directory)],
  }
}
