import { spawnSync } from 'node:child_process'

/** Builds what the studio runs from, unless the sources are those of the last build. */
export default function buildOnce(): void {
  const { status } = spawnSync(process.execPath, ['lib/cli/build.mjs', '--if-needed'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the production build failed')
}
