type Kinds = { string: string; number: number; boolean: boolean }
type Fields = Record<string, keyof Kinds>

/** What a value with such fields is. */
export type Shaped<F extends Fields> = { [Name in keyof F]: Kinds[F[Name]] }

/**
 * Whether something read from outside is an object with these fields at least. For the few small things that a page must read
 * at once: zod would come with every first load for them. Answers of the server are parsed with their schemas.
 */
export function hasFields<const F extends Fields>(value: unknown, fields: F): value is Shaped<F> {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(fields).every(([name, kind]) => typeof Reflect.get(value, name) === kind)
}
