import { look } from '../db/look'
import { env, EnvError, setStoredKey } from '../env'
import { GATEWAY_KEY, openKey } from '../settings/open-key'

/** Lets the doctor judge the key that was typed into the studio, also where no studio runs. Makes no database. */
export async function lookAtKey(): Promise<void> {
  try {
    const sql = `SELECT "sealed" FROM "StoredSecret" WHERE "name" = '${GATEWAY_KEY}'`
    const [[sealed] = []] = await look(env().databaseUrl, sql)
    setStoredKey(openKey(typeof sealed === 'string' ? sealed : null))
  } catch (error) {
    if (!(error instanceof EnvError)) throw error // settings that cannot be read are a finding of their own
  }
}
