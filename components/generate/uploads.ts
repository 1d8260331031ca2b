import { createContext, useContext, useEffect, useId, useState } from 'react'

type Report = (id: string, isOn: boolean) => void

const UploadsContext = createContext<Report>(() => {})
/** Around everything that takes pictures in. */
export const UploadsProvider = UploadsContext.Provider

/** Whether any place is taking a picture in: what is on the screen is not what would be sent then. */
export function useUploads(): { isUploading: boolean; report: Report } {
  const [uploads, setUploads] = useState<ReadonlySet<string>>(new Set())
  // Stable: those who report do it from an effect.
  const [report] = useState<Report>(() => (id: string, isOn: boolean) => {
    setUploads((before) => {
      if (before.has(id) === isOn) return before
      const after = new Set(before)
      if (isOn) after.add(id)
      else after.delete(id)
      return after
    })
  })
  return { isUploading: uploads.size > 0, report }
}

/** Tells the form that this place is taking a picture in, until it is done or gone. */
export function useReportUpload(isUploading: boolean): void {
  const report = useContext(UploadsContext)
  const id = useId()
  useEffect(() => {
    report(id, isUploading)
    return () => report(id, false)
  }, [report, id, isUploading])
}
