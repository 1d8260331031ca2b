import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { renderClip } from '@/lib/simulator/render/render-clip'
import { picturePath } from '../../support/api'
import type { Scope } from '../machinery/scope'

/**
 * Makes clips of this size, each another one: a short clip that plays, and after it a box that players skip, filled with
 * bytes of chance.
 */
export async function clipMaker(folder: string, bytes: number): Promise<(name: string) => void> {
  const pictures = [{ file: picturePath('rocket.jpg'), role: 'first' as const }]
  const size = { width: 320, height: 180, seconds: 5, shots: 1 }
  const clip = await renderClip({ pictures, move: null, sound: null, ...size })
  return (name) => {
    const box = Buffer.alloc(bytes - clip.length)
    randomFillSync(box, 8)
    box.writeUInt32BE(box.length, 0)
    box.write('free', 4, 'latin1')
    writeFileSync(path.join(folder, name), Buffer.concat([clip, box]))
  }
}

/** Serves the files of a folder as a gateway's store would; answers its origin. */
export async function startClipServer(scope: Scope, folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const file = path.join(folder, path.basename(request.url ?? ''))
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': statSync(file).size })
    createReadStream(file).pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  scope.defer(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}
