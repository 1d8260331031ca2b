import { renameSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'

/** Writes a file as `npm run format` would leave it, in one step. */
export async function writeFormatted(file: string, text: string): Promise<void> {
  const config = await resolveConfig(file)
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, await format(text, { ...config, filepath: file }))
  renameSync(unfinished, file)
}
