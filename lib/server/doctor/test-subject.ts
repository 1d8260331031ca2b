import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { parseEnv } from '../env'
import type { Subject } from './subject'

export const KEY = 'sk-canary-3f9a81c07d5544b2'

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-doctor-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A server that may misbehave, until the test is over. */
export async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** Settings as they would be read from the environment; a data folder of its own unless one is named. */
export function subjectOf(source: Record<string, string> = {}): Subject {
  const DATA_DIR = source.DATA_DIR ?? temporaryFolder()
  const settings = parseEnv({ DISK_RESERVE_MB: '1', ...source, DATA_DIR })
  const { isSimulator, apiKey } = settings.gateway
  return { settings, complaint: null, key: isSimulator ? null : apiKey, strayNames: [] }
}
