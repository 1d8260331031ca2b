import { complain, type Complaint } from './complaint'

/** The two dotted paths under `headtailImages`, first picture first. */
export type HeadtailKeys = readonly [string, string]

const PICTURE_FIELDS = ['image', 'headtailImages', 'characterImages'] as const
export type PictureField = (typeof PICTURE_FIELDS)[number]

type Fields = ReadonlyMap<string, unknown>

/**
 * The page stars all three picture fields, its descriptions limit the stars: exactly one is filled,
 * the others are absent or sent empty.
 */
export function pictureComplaints(fields: Fields, headtailKeys: HeadtailKeys): Complaint[] {
  const [first, ...more] = filledPictureFields(fields)
  if (!first) {
    return [complain('image', `is required (or one of ${PICTURE_FIELDS.slice(1).join(', ')})`)]
  }
  const extra = more.map((field) =>
    complain(field, `must be absent or empty when ${first} is filled`),
  )
  return [...extra, ...shapeComplaints(first, fields, headtailKeys)]
}

export function filledPictureFields(fields: Fields): PictureField[] {
  return PICTURE_FIELDS.filter((field) => fields.has(field) && !isEmpty(fields.get(field)))
}

function isEmpty(value: unknown): boolean {
  if (value === '') return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function shapeComplaints(field: PictureField, fields: Fields, keys: HeadtailKeys): Complaint[] {
  const value = fields.get(field)
  if (field === 'image') return objectComplaints(field, value, ['imageUrl'])
  if (field === 'headtailImages') return objectComplaints(field, value, keys)
  if (!Array.isArray(value)) return [complain(field, 'must be an array')]
  return value.flatMap((one: unknown, index) =>
    objectComplaints(`${field}.${index}`, one, ['imageUrl', 'type', 'refName']),
  )
}

/** The value must be an object whose leaves are exactly the wanted paths, each a string. */
function objectComplaints(field: string, value: unknown, wanted: readonly string[]): Complaint[] {
  if (!isRecord(value)) return [complain(field, 'must be an object')]
  const found = leaves(value)
  const complaints: Complaint[] = []
  for (const path of wanted) {
    const leaf = found.get(path)
    if (!found.has(path)) complaints.push(complain(`${field}.${path}`, 'is required'))
    else if (typeof leaf !== 'string')
      complaints.push(complain(`${field}.${path}`, 'must be a string'))
    else if (leaf === '' && isAddress(path)) {
      complaints.push(complain(`${field}.${path}`, 'must not be empty'))
    }
  }
  for (const path of found.keys()) {
    if (!wanted.includes(path)) {
      complaints.push(complain(`${field}.${path}`.slice(0, 90), 'is not a known field'))
    }
  }
  return complaints
}

/** The page gives no words for `type` and `refName`, so any string passes there. */
function isAddress(path: string): boolean {
  return path !== 'type' && path !== 'refName'
}

/** Deeper than any configured path nothing is walked: an object there is a leaf like any other. */
const MAX_DEPTH = 8

function leaves(value: Record<string, unknown>, prefix = '', depth = 0): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [key, inner] of Object.entries(value)) {
    // A dot inside a key must not pass for a step down.
    const path = prefix + key.replaceAll('.', '\\.')
    if (isRecord(inner) && depth < MAX_DEPTH && Object.keys(inner).length > 0) {
      for (const [leaf, leafValue] of leaves(inner, `${path}.`, depth + 1))
        found.set(leaf, leafValue)
    } else found.set(path, inner)
  }
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
