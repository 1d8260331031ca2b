import { startStudio, type Studio } from '../../support/studio'
import type { Scope } from '../machinery/scope'

/** The studio as `npm start` runs it, with the simulator and a data folder that goes with the scope. */
export async function startStudioIn(
  scope: Scope,
  env: Record<string, string> = {},
  dataDir?: string,
): Promise<Studio> {
  const studio = await startStudio({ LOG_LEVEL: 'warn', ...env }, dataDir)
  scope.defer(() => studio.remove())
  return studio
}
