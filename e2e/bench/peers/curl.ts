import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TOOLS = ['curl', 'sha256sum', 'sync'] as const

/** Where each of the tools lies that fetch, hash and sync a file; null where one is missing. */
export function findTools(): Record<(typeof TOOLS)[number], string> | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const [curl, sha256sum, sync] = TOOLS.map((tool) =>
    folders.map((folder) => path.join(folder, tool)).find(isExecutable),
  )
  return curl && sha256sum && sync ? { curl, sha256sum, sync } : null
}

/** Milliseconds until a file was fetched, hashed and synced, one after the other, as a script would do it. */
export async function fetchByTools(
  tools: Record<(typeof TOOLS)[number], string>,
  { url, file }: { url: string; file: string },
): Promise<number> {
  const startedAt = performance.now()
  await run(tools.curl, ['-sf', '-o', file, url])
  await run(tools.sha256sum, [file])
  await run(tools.sync, [file])
  return performance.now() - startedAt
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
