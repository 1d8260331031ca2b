import { packageBin } from './steps.mjs'

/**
 * What to run before a browser is used, as commands. On linux-x64 it is in a package; elsewhere Playwright fetches its own, once.
 * @returns {string[][]}
 */
export function browserCommands() {
  const isInPackage = process.platform === 'linux' && process.arch === 'x64'
  return isInPackage ? [] : [[...packageBin('playwright', 'cli.js'), 'install', 'chromium']]
}
