/** Undefined where the text is no JSON: nothing that is looked for will be found in it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
