import module, { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { crc32 } from 'node:zlib'
import { readCompiled, tryWrite } from './compiled-file'

/**
 * Keeps what Node has compiled, for the next start, of which compiling is a third. Node does so itself from 22.8 on; for an
 * older one the CommonJS files that it loads from now on (Next and the pages) are compiled here and kept when it exits.
 */
export function keepCompiled(folder: string): void {
  const enable: unknown = Reflect.get(module, 'enableCompileCache')
  if (typeof enable === 'function') enable(folder)
  else keepCompiledIn(path.join(folder, `${process.version}-${process.arch}.bin`))
}

export function keepCompiledIn(file: string): void {
  const known = readCompiled(file)
  const scripts = new Map<string, { checksum: number; script: vm.Script }>()
  let isNew = false
  const compile = (text: string, name: string): vm.Script => {
    const checksum = crc32(text)
    const kept = known.get(name)
    const cachedData = kept?.checksum === checksum ? kept.data : undefined
    const script = new vm.Script(module.wrap(text), { filename: name, cachedData })
    isNew ||= !cachedData || script.cachedDataRejected === true
    scripts.set(name, { checksum, script })
    return script
  }
  compileBy(compile)
  process.once('exit', () => {
    if (!isNew) return
    for (const [name, { checksum, script }] of scripts)
      known.set(name, { checksum, data: script.createCachedData() })
    tryWrite(file, known)
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
