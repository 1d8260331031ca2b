import module from 'node:module'
import path from 'node:path'

/**
 * The front door as it is started. From 22.8 on Node keeps what it has compiled, for the next start; it must be told before
 * anything else is loaded. An older one starts as ever.
 */
const enable: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof enable === 'function') enable(path.resolve('dist/compile-cache'))

await import('./main')
