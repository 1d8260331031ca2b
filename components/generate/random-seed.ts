/** 0 to 2147483647. */
export function randomSeed(): string {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1))
  return String(word >>> 1)
}
