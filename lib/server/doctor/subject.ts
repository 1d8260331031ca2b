import { env, EnvError, givenSettings, type Env } from '../env'

/** What the doctor looks at. Without settings that can be read only those themselves and the key are judged. */
export type Subject = {
  settings: Env | null
  /** Why there are none: names, never values. */
  complaint: string | null
  /** The key as it was given or stored; null when there is none, or none that can be read. */
  key: string | null
  /** Variables that look like settings and that nobody reads. */
  strayNames: string[]
}

/** The settings of this process, whether or not they can be used. */
export function ownSubject(): Subject {
  try {
    const settings = env()
    const { gateway } = settings
    const { strayNames } = givenSettings()
    const key = gateway.isSimulator ? null : gateway.apiKey || null
    return { settings, complaint: null, key, strayNames }
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    return { settings: null, complaint: error.complaint, ...givenSettings() }
  }
}
