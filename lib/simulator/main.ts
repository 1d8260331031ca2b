import { isMainThread } from 'node:worker_threads'
import { serveRenders } from './render/render-thread'
import { runProgram } from './run-program'

// Bundled, the program is one file: its render thread starts from the same one.
if (isMainThread) void runProgram(new URL(import.meta.url))
else serveRenders()
