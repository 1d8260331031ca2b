import { readFileSync } from 'node:fs'

const SAMPLE_EVERY_MS = 50
const MEBIBYTE = 1024

/** The process id of the worker that a studio has started; throws where there is none. */
export function workerOf(studioPid: number): number {
  const children = readFileSync(`/proc/${studioPid}/task/${studioPid}/children`, 'utf8')
  const found = children
    .split(' ')
    .filter(Boolean)
    .find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.mjs'))
  if (!found) throw new Error('the studio has no worker')
  return Number(found)
}

/** What a process holds in memory now, in MiB. */
export function residentMiB(pid: number): number {
  const [, kibibytes = ''] =
    /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) / MEBIBYTE
}

/** Watches it until `stop`, which answers the most that it held. */
export function watchMemory(pid: number): { stop: () => number } {
  let most = residentMiB(pid)
  const timer = setInterval(() => (most = Math.max(most, residentMiB(pid))), SAMPLE_EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return Math.max(most, residentMiB(pid))
    },
  }
}
