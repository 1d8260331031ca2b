const LOOK_EVERY_MS = 500

/**
 * npm hands a SIGTERM on to a shell, and some shells die of it without telling what they run: what npm started would live on
 * without anybody to stop it. So it looks whether its parent is still the same. Started by hand, it outlives its shell.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  watch.unref()
}
