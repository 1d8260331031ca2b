const NEEDED = [20, 19]

/**
 * A sentence for a Node that is too old; null for one that will do.
 * @param {string} version such as 20.19.0
 * @returns {string | null}
 */
export function complainAboutNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null
  return (
    `AiSphere Studio needs Node ${NEEDED.join('.')} or later, and this is Node ${version}. ` +
    'Please install a newer one from https://nodejs.org and try again.'
  )
}

/** Ends the program with a sentence when this Node is too old. */
export function checkNode() {
  const complaint = complainAboutNode(process.versions.node)
  if (!complaint) return
  console.error(complaint)
  process.exit(1)
}
