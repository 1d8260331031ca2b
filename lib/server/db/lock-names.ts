import path from 'node:path'

/** Held by whoever uses a data folder, for as long as it lives. */
export const studioLock = (dataDir: string) => path.join(dataDir, 'studio.lock')

/** Held `alone` by who removes media files, and joined by who must find all that a copy of the database names. */
export const cleaningLock = (dataDir: string) => path.join(dataDir, 'cleaning.lock')
