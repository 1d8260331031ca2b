import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {string} file
 * @returns {unknown} what was written; null when there is none, or it is damaged
 */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null // then what it stands for is done again
  }
}

/**
 * @param {string} file
 * @param {object} stamp
 */
export function writeStamp(file, stamp) {
  mkdirSync(path.dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(stamp)}\n`)
  renameSync(unfinished, file)
}

/** @param {string} file */
export function removeStamp(file) {
  rmSync(file, { force: true })
}
