/** A client process: does one job at a time for whoever started it, and answers `{ value }` or `{ error }`. */
export function answerJobs(work: (job: unknown) => Promise<unknown>): void {
  process.on('message', (job) => {
    work(job).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
  })
  process.once('disconnect', () => process.exit())
}
