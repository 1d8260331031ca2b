import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './folder.mjs'

/** A step that failed; its message is for the person who started it. */
export class StepError extends Error {}

/**
 * Runs one step and prints one line with the time that it took.
 * @param {string} what
 * @param {() => Promise<void>} run
 */
export async function step(what, run) {
  const startedAt = performance.now()
  process.stdout.write(`${what} … `)
  try {
    await run()
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  }
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
}

/**
 * Runs a program in the root folder. What it prints is shown only when it fails.
 * @param {string[]} command program and arguments
 * @param {NodeJS.ProcessEnv} env
 */
export async function runQuietly(command, env) {
  let output = ''
  const keep = (chunk) => {
    output += chunk
  }
  const code = await start(command, { env, stdio: ['ignore', 'pipe', 'pipe'] }, (child) => {
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
  })
  if (code !== 0)
    throw new StepError(`${output.trim()}\n\n${command.join(' ')} ended with ${code}.`)
}

/**
 * Runs a program in the root folder with this program's own input and output.
 * @param {string[]} command program and arguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | string>} its exit code, or the signal that ended it
 */
export function runOpenly(command, env) {
  return start(command, { env, stdio: 'inherit' })
}

/** A program of a package, as arguments for `node`. */
export function packageBin(name, file) {
  return [process.execPath, path.join(root, 'node_modules', name, file)]
}

/** Waits for a program; a signal to this one ends both. */
function start([program, ...args], options, onStart = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, ...options })
    const stop = (signal) => {
      child.kill(signal)
      child.once('exit', () => process.exit(signal === 'SIGINT' ? 130 : 143))
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
    const end = () => process.off('SIGINT', stop).off('SIGTERM', stop)
    child.once('error', (error) => {
      end()
      reject(new StepError(`${program} cannot be started: ${error.message}`))
    })
    child.once('close', (code, signal) => {
      end()
      resolve(code ?? signal ?? 1)
    })
    onStart(child)
  })
}
