import { ensureBuilt } from '../../lib/cli/build.mjs'

/** Builds what the studio runs from, unless the sources are those of the last build. */
export default async function buildOnce(): Promise<void> {
  await ensureBuilt()
}
