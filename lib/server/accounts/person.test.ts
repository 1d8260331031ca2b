import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/shared/errors'
import { requirePerson } from './person'

describe('requirePerson', () => {
  it('knows the one person of a studio without accounts', () => {
    expect(requirePerson(new Headers({ 'x-studio-access': 'open' }))).toEqual({ id: 'local' })
  })

  it.each<Record<string, string>>([
    {},
    { 'x-studio-access': '' },
    { 'x-studio-access': 'closed' },
    { 'x-studio-access': 'open, open' },
  ])('turns %j away', (headers) => {
    const ask = () => requirePerson(new Headers(headers))
    expect(ask).toThrow(AppError)
    expect(ask).toThrow(expect.objectContaining({ code: 'not_local' }))
  })
})
