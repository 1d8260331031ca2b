import { spawn } from 'node:child_process'
import { root } from '../folder.mjs'

/** Where the front door's programs print in development, so that each line can be told from whom it is. */
const SOURCES = { web: [1, 2], worker: [4], simulator: [5] }

/**
 * The studio as a child that is started again when it was built anew. Its first start must succeed; later, one that ends
 * by itself waits for the next change.
 * @param {string} frontDoor the program's file
 * @returns {{ reload: (programs: string[]) => void, ended: Promise<number> }} `ended`: the exit code, when all is over
 */
export function createDevStudio(frontDoor) {
  let child = null
  let isStopping = false
  let isReloading = false
  let wasReloaded = false
  const { promise: ended, resolve: end } = withResolvers()

  const start = () => {
    const args = ['--enable-source-maps', frontDoor, '--dev']
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc', 'pipe', 'pipe']
    child = spawn(process.execPath, args, { cwd: root, stdio })
    void printSources(child)
    child.once('exit', (code) => {
      child = null
      if (isStopping) return end(0)
      if (isReloading) {
        isReloading = false
        return start()
      }
      if (!wasReloaded) return end(code || 1)
      process.stderr.write(`The studio ended with ${code}; it starts again with the next change.\n`)
    })
  }

  const stop = () => {
    isStopping = true
    if (child) child.kill('SIGTERM')
    else end(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)

  const reload = (programs) => {
    if (isStopping || isReloading) return
    if (!child) return start()
    wasReloaded = true
    if (programs.includes('front-door')) {
      process.stdout.write('The front door was built anew: the studio starts again.\n')
      isReloading = true
      child.kill('SIGTERM')
    } else {
      for (const program of programs) child.send({ type: 'rebuilt', program })
    }
  }
  return { reload, ended }
}

/** The library that makes lines readable is there once the packages are installed. */
async function printSources(child) {
  const { printReadably } = await import('./readable-log.mjs')
  for (const [source, descriptors] of Object.entries(SOURCES)) {
    for (const descriptor of descriptors) {
      const to = descriptor === 2 ? process.stderr : process.stdout
      printReadably({ from: child.stdio[descriptor], source, to })
    }
  }
}

function withResolvers() {
  let resolve
  const promise = new Promise((done) => {
    resolve = done
  })
  return { promise, resolve }
}
