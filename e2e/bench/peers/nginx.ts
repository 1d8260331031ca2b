import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startProgram } from '../../support/program'
import type { Scope } from '../machinery/scope'
import { freePort } from './free-port'
import { untilReady } from './until-ready'

/** Where many systems keep it, though a user's PATH may not name it. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']

/** Null where there is none. */
export function findNginx(): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SYSTEM_FOLDERS]
  return folders.map((folder) => path.join(folder, 'nginx')).find(isExecutable) ?? null
}

/** Serves a folder by `sendfile` with one process, as the studio has one, and answers its port. */
export async function startNginx(scope: Scope, program: string, folder: string): Promise<number> {
  const port = await freePort()
  const own = mkdtempSync(path.join(tmpdir(), 'studio-bench-nginx-'))
  scope.defer(() => rmSync(own, { recursive: true, force: true }))
  const config = path.join(own, 'nginx.conf')
  writeFileSync(config, configOf({ own, folder, port }))
  const nginx = startProgram(program, ['-e', 'stderr', '-p', own, '-c', config], {})
  scope.defer(() => nginx.stop())
  const gone = nginx.ended().then(() => {
    throw new Error(`nginx does not run: ${nginx.log()}`)
  })
  await Promise.race([untilReady(`http://127.0.0.1:${port}/_ready`), gone])
  gone.catch(() => {}) // it ends when the scope does
  return port
}

function configOf({ own, folder, port }: { own: string; folder: string; port: number }): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  // Started by root it would hand its work to a user who may not read a temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `
    ${user}
    daemon off;
    worker_processes 1;
    pid ${own}/pid;
    error_log stderr;
    events {}
    http {
      ${temporary.map((name) => `${name}_temp_path ${own}/${name};`).join(' ')}
      types { video/mp4 mp4; }
      access_log off;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 1000000;
      server {
        listen 127.0.0.1:${port};
        root ${folder};
        location = /_ready { return 200 ready; }
      }
    }`
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
