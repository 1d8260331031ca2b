import type { DownloadOnWire, Selection } from '@/lib/shared/gallery/change'
import { request } from '../api'

/** Keeps a selection for a day, under the address of its archive. */
export function createDownload(selection: Selection): Promise<DownloadOnWire> {
  return request({
    path: '/api/downloads',
    method: 'POST',
    body: { selection },
    schema: (schemas) => schemas.downloadSchema,
  })
}
