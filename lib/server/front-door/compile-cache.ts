import module, { createRequire } from 'node:module'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import vm from 'node:vm'
import { crc32 } from 'node:zlib'
import { readCompiled, tryWrite } from './compiled-file'

const SETTLED_MS = 3_000

/**
 * Keeps what Node has compiled, for the next start, of which compiling is a third. Node does so itself from 22.8 on; for an
 * older one the CommonJS files that it loads from now on (Next and the pages) are compiled here and kept when it exits.
 */
export function keepCompiled(folder: string): void {
  const enable: unknown = Reflect.get(module, 'enableCompileCache')
  if (typeof enable === 'function') enable(folder)
  else keepCompiledIn(path.join(folder, `${process.version}-${process.arch}.bin`))
}

/** @param settledMs after which what was compiled is taken as it is: what a long life compiles besides would only slow a start. */
export function keepCompiledIn(file: string, settledMs = SETTLED_MS): void {
  const known = readCompiled(file)
  const fresh = new Map<string, { checksum: number; script: vm.Script }>()
  let isNew = false
  compileBy((text, name) => {
    const checksum = crc32(text)
    const kept = known.get(name)
    const cachedData = kept?.checksum === checksum ? kept.data : undefined
    const script = new vm.Script(module.wrap(text), { filename: name, cachedData })
    if (!cachedData || script.cachedDataRejected) fresh.set(name, { checksum, script })
    return script
  })
  const take = (name: string) => {
    const compiled = fresh.get(name)
    if (!compiled || !fresh.delete(name)) return
    known.set(name, { checksum: compiled.checksum, data: compiled.script.createCachedData() })
    isNew = true
  }
  const takeAll = async () => {
    for (const name of fresh.keys()) {
      take(name)
      await setImmediate(undefined, { ref: false }) // requests go between
    }
  }
  setTimeout(() => void takeAll(), settledMs).unref()
  process.once('exit', () => {
    for (const name of fresh.keys()) take(name)
    if (isNew) tryWrite(file, known)
  })
}

/** Takes the place of what Node's loader compiles with: a method that its documentation does not name, there since Node 0.x. */
function compileBy(compile: (text: string, name: string) => vm.Script): void {
  const { prototype } = module.Module
  const original: unknown = Reflect.get(prototype, '_compile')
  if (typeof original !== 'function') return
  Reflect.set(
    prototype,
    '_compile',
    function (this: NodeJS.Module, text: string, name: string, ...rest: unknown[]): unknown {
      const script = isPlain(text) && rest[0] !== 'module' ? tryCompile(compile, text, name) : null
      if (!script) return Reflect.apply(original, this, [text, name, ...rest])
      const own = [this.exports, createRequire(name), this, name, path.dirname(name)]
      return Reflect.apply(script.runInThisContext(), this.exports, own)
    },
  )
}

/** `import()` finds no loader in code that was kept; a first line for the shell is no JavaScript within a function. */
function isPlain(text: string): boolean {
  return !text.startsWith('#!') && !/\bimport\s*\(/.test(text)
}

/** Null where it is no CommonJS, which Node finds out in the same way. */
function tryCompile(
  compile: (text: string, name: string) => vm.Script,
  text: string,
  name: string,
): vm.Script | null {
  try {
    return compile(text, name)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
