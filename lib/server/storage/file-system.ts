import { access, constants, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from './folders'

/** File systems that lie on another machine, by the number that Linux gives them. */
const NETWORKS: Record<number, string> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xfe534d42: 'SMB',
  0xff534d42: 'CIFS',
  0x5346414f: 'AFS',
  0x73757245: 'Coda',
  0x564c: 'NCP',
  0x00c36400: 'Ceph',
  0x0bd00bd0: 'Lustre',
  0x47504653: 'GPFS',
}
/** Those that another program answers for: it may or may not keep a database's locks. */
const FOREIGN: Record<number, string> = {
  0x65735546: 'FUSE',
  0x01021997: '9P',
  0x786f4256: 'vboxsf',
}

/** What kind of disk a path lies on; null for an ordinary one, or where the system does not tell. */
export async function foreignDisk(
  place: string,
): Promise<{ kind: 'network' | 'foreign'; name: string } | null> {
  const { type } = await statfs(place)
  return diskOf(type)
}

export function diskOf(type: number): { kind: 'network' | 'foreign'; name: string } | null {
  const [network, foreign] = [NETWORKS[type >>> 0], FOREIGN[type >>> 0]]
  if (network) return { kind: 'network', name: network }
  return foreign ? { kind: 'foreign', name: foreign } : null
}

/** The path itself, or the nearest folder above it that is there. */
export async function nearestExisting(place: string): Promise<string> {
  for (let at = place; ; at = path.dirname(at)) {
    try {
      await stat(at)
      return at
    } catch (error) {
      const isAbsent = codeOf(error) === 'ENOENT'
      if (!isAbsent || at === path.dirname(at)) throw error
    }
  }
}

/** Whether a folder could be made, or a file written, in this place. Makes nothing. */
export async function mayMakeIn(folder: string): Promise<boolean> {
  if (!(await stat(folder)).isDirectory()) return false
  try {
    await access(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false // whatever the reason is, nothing can be made here
  }
}
