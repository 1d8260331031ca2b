/** `field` is a dotted path, `code` one of the contract's table of refusals. */
export interface Complaint {
  field: string
  code: number
  message: string
}

export const BAD_PARAMETER = 400017

export function complain(field: string, message: string): Complaint {
  return { field, code: BAD_PARAMETER, message }
}
