import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { remoteDisk, typeAt } from './remote-disk'

const TABLE = String.raw`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/my\040clips rw,nosuid - fuse.sshfs me@nas:/clips rw
31 22 0:41 / /mnt/both rw - fuse.sshfs me@nas:/a rw
32 31 8:2 / /mnt/both rw - xfs /dev/sdb1 rw
33 22 0:42 / /mnt/pool rw - fuse.mergerfs a:b rw
`

it.each([
  ['/srv/studio', 'ext4'],
  ['/mnt/my clips/data', 'fuse.sshfs'],
  ['/mnt/my clips', 'fuse.sshfs'],
  ['/mnt/my clips of old', 'ext4'],
  ['/mnt/both/data', 'xfs'],
  ['/mnt/pool/data', 'fuse.mergerfs'],
])('finds what is mounted at %s', (place, type) => {
  expect(typeAt(place, TABLE)).toBe(type)
})

it('says nothing where there is no table', () => {
  expect(typeAt('/srv/studio', '')).toBeNull()
})

it('takes the disk of the tests for one of this machine', async () => {
  expect(await remoteDisk(tmpdir())).toBeNull()
})
