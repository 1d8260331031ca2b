import path from 'node:path'
import { readStamp } from './stamp.mjs'

const ANSWER_WITHIN_MS = 3_000

/**
 * Where this folder's studio runs; null when it does not. A process id may have been given to another program since, and
 * another studio may have the port: only the one that knows its instance is ours.
 * @param {string} dataDir
 * @returns {Promise<{ url: string, pid: number } | null>}
 */
export async function findRunning(dataDir) {
  const said = readStamp(path.join(dataDir, 'studio.json'))
  if (typeof said !== 'object' || said === null) return null
  const { pid, port, host, instance } = said
  if (!Number.isInteger(pid) || !Number.isInteger(port) || !instance || !isAlive(pid)) return null
  const name = String(host).includes(':') ? `[${host}]` : host
  const answered = await askInstance(`http://${name}:${port}/api/health/live`)
  return answered === instance ? { url: `http://localhost:${port}`, pid } : null
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM' // it lives, and belongs to somebody else
  }
}

async function askInstance(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    return (await answer.json()).instance
  } catch {
    return null // nobody there, or no studio
  }
}
