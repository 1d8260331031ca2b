import { readFile, realpath, statfs } from 'node:fs/promises'
import path from 'node:path'
import { diskOf } from './file-system'

/** FUSE is a way for any program to be a disk; these ones are on another machine, by the type in the mount table. */
const REMOTE_FUSE =
  /^fuse\.(sshfs|rclone|s3fs|gcsfuse|goofys|geesefs|glusterfs|ceph(-fuse)?|juicefs|davfs\d?|curlftpfs|smbnetfs|smb3|moosefs|mfs|lizardfs|weed|seaweedfs|onedriver|google-drive-ocamlfuse|blobfuse2?)$/i

/**
 * The name of a disk on which a database's locks may not hold, since it lies on another machine or another system answers
 * for it; null for a disk of this machine, or where the system does not tell.
 * @param place is there already
 */
export async function remoteDisk(place: string, mounts = readMounts): Promise<string | null> {
  const disk = diskOf((await statfs(place)).type)
  if (!disk) return null
  if (disk.name !== 'FUSE') return disk.name
  const type = typeAt(await realpath(place), await mounts())
  return type && REMOTE_FUSE.test(type) ? type : null
}

async function readMounts(): Promise<string> {
  return readFile('/proc/self/mountinfo', 'utf8').catch(() => '') // no such table on this system
}

/** The type of the file system at a path, by a table as Linux has it (proc(5)); the last one mounted at a place counts. */
export function typeAt(place: string, table: string): string | null {
  let best = { point: '', type: '' }
  for (const line of table.split('\n')) {
    const [mount = '', system = ''] = line.split(' - ')
    const point = unescape(mount.split(' ')[4] ?? '')
    const type = system.split(' ')[0] ?? ''
    if (point.length >= best.point.length && isUnder(place, point)) best = { point, type }
  }
  return best.type || null
}

function isUnder(place: string, point: string): boolean {
  if (!point.startsWith('/')) return false
  const relative = path.relative(point, place)
  return relative === '' || !relative.startsWith('..')
}

/** Spaces and the like are written in octal. */
function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)))
}
