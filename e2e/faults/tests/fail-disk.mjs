// Loaded into a studio's programs before they start (NODE_OPTIONS=--import). While the file that FAULT_DISK_FILE names is
// there, the disk fails as it says: {"op": "write" | "sync" | "rename" | "open" | "statfs", "code": "ENOSPC", "under": "media", "after": 0}.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const order = process.env.FAULT_DISK_FILE
const { open, rename, writeFile, statfs } = fs.promises
const places = new WeakMap()
/** How often the present order was met, by its text. */
const met = new Map()

/** Throws as the system would, when an order says so. */
function mayFail(op, place) {
  const text = read(order)
  if (!text) return
  const { op: ordered, code, under, after = 0 } = JSON.parse(text)
  if (op !== ordered || !String(place).includes(under)) return
  const count = met.get(text) ?? 0
  met.set(text, count + 1)
  if (count < after) return
  fs.appendFileSync(`${order}.met`, `${process.pid} ${op} ${place}\n`)
  throw Object.assign(new Error(`${code}: ordered, ${op} '${place}'`), { code, syscall: op })
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return '' // no order
  }
}

if (order) {
  fs.promises.open = async (place, ...more) => {
    mayFail('open', place)
    const handle = await open(place, ...more)
    places.set(handle, place)
    return handle
  }
  fs.promises.rename = async (from, to) => {
    mayFail('rename', to)
    return rename(from, to)
  }
  fs.promises.writeFile = async (target, data, ...more) => {
    const place = places.get(target)
    if (place === undefined) return writeFile(target, data, ...more)
    async function* watched() {
      for await (const piece of data) {
        mayFail('write', place)
        yield piece
      }
    }
    return writeFile(target, watched(), ...more)
  }
  fs.promises.statfs = async (place, ...more) => {
    const facts = await statfs(place, ...more)
    try {
      mayFail('statfs', place)
      return facts
    } catch {
      return Object.assign(facts, { bavail: 0 })
    }
  }
  const handle = await open(process.execPath, 'r')
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  for (const [name, op] of Object.entries({ sync: 'sync', datasync: 'sync', write: 'write' })) {
    const original = prototype[name]
    prototype[name] = async function (...given) {
      const place = places.get(this)
      if (place !== undefined) mayFail(op, place)
      return original.apply(this, given)
    }
  }
  syncBuiltinESMExports()
}
