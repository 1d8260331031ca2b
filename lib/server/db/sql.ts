/** What a statement takes: a moment is stored as Prisma's client stores it. */
export type SqlValue = string | number | bigint | boolean | Date | Uint8Array | null

/** A statement, or a part of one, with its values apart from its text. */
export class Sql {
  constructor(
    readonly text: string,
    readonly values: readonly SqlValue[],
  ) {}
}

/** A statement as a template: parts are put in their place, values are bound. */
export function sql(text: TemplateStringsArray, ...inserted: (SqlValue | Sql)[]): Sql {
  return joined(text, inserted)
}

export const NOTHING = new Sql('', [])

/** Values or parts with commas between them, for `IN (…)` and `VALUES …`. */
export function list(items: readonly (SqlValue | Sql)[]): Sql {
  return joined(['', ...items.slice(1).map(() => ', '), ''], items)
}

/** A name, quoted: never one that came from outside. */
export function names(...columns: string[]): Sql {
  return new Sql(columns.map((column) => `"${column}"`).join(', '), [])
}

function joined(text: readonly string[], inserted: readonly (SqlValue | Sql)[]): Sql {
  let whole = text[0] ?? ''
  const values: SqlValue[] = []
  inserted.forEach((item, index) => {
    if (item instanceof Sql) {
      whole += item.text
      values.push(...item.values)
    } else {
      whole += '?'
      values.push(item)
    }
    whole += text[index + 1] ?? ''
  })
  return new Sql(whole, values)
}
