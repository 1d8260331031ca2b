import type { Finding } from './finding'
import type { Ledgers, Output, Row } from './ledgers'

const STRAY_MS = 10 * 60_000

/** Rows that say `succeeded`, with what is wrong with their clips; null where all is as the row says. */
export function succeeded({ rows, files }: Ledgers): { row: Row; wrong: string | null }[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const wrongOf = ({ path, bytes, sha256 }: Output): string | null => {
    const file = path === null ? undefined : byPath.get(path)
    if (!file) return `${path ?? 'a clip'} is not there`
    if (file.bytes !== bytes) return `${path} has ${file.bytes} bytes, not ${bytes}`
    if (file.sha256 !== sha256) return `${path} has another content`
    return file.isWholeClip ? null : `${path} does not parse`
  }
  return rows
    .filter(({ status }) => status === 'succeeded')
    .map((row) => {
      if (row.outputs.length === 0) return { row, wrong: 'it has no clip' }
      return { row, wrong: row.outputs.map(wrongOf).find((said) => said !== null) ?? null }
    })
}

export function succeededMeansThere(ledgers: Ledgers): Finding {
  const all = succeeded(ledgers)
  const broken = all.flatMap(({ row, wrong }) =>
    wrong === null ? [] : [`row ${row.id} succeeded, but ${wrong}`],
  )
  return { id: 'I5', checked: all.length, broken }
}

export function noStrayFile({ files }: Ledgers): Finding {
  const strays = files.filter(({ isNamed, ageMs }) => !isNamed && ageMs > STRAY_MS)
  return {
    id: 'I6',
    checked: files.length,
    broken: strays.map(({ path }) => `${path} belongs to no row`),
  }
}
