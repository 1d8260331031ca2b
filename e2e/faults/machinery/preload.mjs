// Loaded into every program of a fault test before it starts (NODE_OPTIONS=--import). It tells the harness which process is
// which, and ends or stops this one at a milestone where an order says so (orders.ts). A worker thread of a program is no
// program.
import { subscribe } from 'node:diagnostics_channel'
import fs from 'node:fs'
import path from 'node:path'
import { isMainThread } from 'node:worker_threads'

const folder = process.env.FAULT_FOLDER
const program = path.basename(process.argv[1] ?? '', '.mjs')

if (folder && isMainThread && ['front-door', 'worker'].includes(program)) {
  const line = { program, pid: process.pid, at: Date.now() }
  fs.appendFileSync(path.join(folder, 'processes.jsonl'), `${JSON.stringify(line)}\n`)
  const orders = path.join(folder, 'orders')
  const hits = new Map()

  subscribe('studio:milestone', ({ name }) => {
    const order = nextOrder(orders)
    if (!order || order.program !== program || order.at !== name) return
    const hit = (hits.get(order.file) ?? 0) + 1
    hits.set(order.file, hit)
    if (hit < order.hit || !isMine(order)) return
    process.kill(process.pid, order.signal)
    // A signal that ends this process may be a moment late; nothing of it may run on.
    if (order.signal === 'SIGKILL') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
}

/** The first that nobody has carried out. */
function nextOrder(orders) {
  const names = fs.readdirSync(orders)
  const open = names.filter((name) => name.endsWith('.json'))
  const file = open.sort().find((name) => !names.includes(doneOf(name)))
  if (!file) return null
  return { ...JSON.parse(fs.readFileSync(path.join(orders, file), 'utf8')), file, orders }
}

/** Of two processes at the same milestone one carries the order out. */
function isMine({ file, orders }) {
  const done = { program, pid: process.pid, at: Date.now() }
  try {
    fs.writeFileSync(path.join(orders, doneOf(file)), JSON.stringify(done), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function doneOf(name) {
  return name.replace(/\.json$/, '.done')
}
