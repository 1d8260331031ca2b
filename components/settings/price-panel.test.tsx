// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { PricesOnWire } from '@/lib/shared/price-schema'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { renderInStudio, watchConsole } from '../test-render'
import { PricePanel } from './price-panel'

watchConsole()

const PATH = '/api/settings/prices'
const DEFAULT: PricesOnWire = { prices: DEFAULT_PRICES, isDefault: true }
const OWN: PricesOnWire = { prices: { ...DEFAULT_PRICES, audio: 25 }, isDefault: false }

async function open(routes: Parameters<typeof startTestStudio>[0] = {}, stored = DEFAULT) {
  const studio = await startTestStudio({ [`GET ${PATH}`]: () => ({ json: stored }), ...routes })
  renderInStudio(<PricePanel />)
  await screen.findByRole('region', { name: 'Prices' })
  return { studio, user: userEvent.setup() }
}
const audio = () => screen.getByLabelText<HTMLInputElement>('Audio: credits more')
const fullHd = () => screen.getByLabelText<HTMLInputElement>('1080p, 8 seconds: credits')

test('the whole table is sent: what is left empty has no price', async () => {
  const { studio, user } = await open({ [`PUT ${PATH}`]: () => ({ json: OWN }) })
  await user.clear(audio())
  await user.type(audio(), '25')
  await user.clear(fullHd())
  await user.selectOptions(screen.getByLabelText('Currency'), 'EUR')
  await user.click(screen.getByRole('button', { name: 'Save prices' }))
  await screen.findByText(/^Saved\./)
  const sent: unknown = JSON.parse(studio.asked(`PUT ${PATH}`)[0]?.body ?? '')
  expect(sent).toEqual({
    ...DEFAULT_PRICES,
    audio: 25,
    currency: 'EUR',
    credits: { ...DEFAULT_PRICES.credits, '1080p': { '5': 120 } },
  })
  // Drawn anew from what is stored.
  expect([audio().value, fullHd().value]).toEqual(['25', '240'])
  expect(screen.getByText(/your own table/)).toBeTruthy()
})

test('what is no price is said beside its number, and kept to be mended', async () => {
  const message = 'Enter a number from 0 to 1000000.'
  const fields = ['audio', 'credits.1080p.8'].map((path) => ({ path, code: 'price_form', message }))
  const { studio, user } = await open({
    [`PUT ${PATH}`]: () => ({ status: 422, json: anError('invalid', 'Wrong.', fields) }),
  })
  await user.clear(audio())
  await user.type(audio(), 'ten')
  await user.clear(fullHd())
  await user.type(fullHd(), '1,5')
  await user.click(screen.getByRole('button', { name: 'Save prices' }))
  await screen.findByText('2 numbers do not fit: see the marks.')
  for (const box of [audio(), fullHd()]) {
    expect(box.getAttribute('aria-invalid')).toBe('true')
    const said = box.getAttribute('aria-describedby')?.split(' ').at(-1) ?? ''
    expect(document.getElementById(said)?.textContent).toBe(message)
  }
  expect(audio().value).toBe('ten')
  expect(JSON.parse(studio.asked(`PUT ${PATH}`)[0]?.body ?? '').credits['1080p']['8']).toBe('1,5')
})

test('one click leads back to the default', async () => {
  const { user } = await open({ [`DELETE ${PATH}`]: () => ({ json: DEFAULT }) }, OWN)
  expect(audio().value).toBe('25')
  await user.click(screen.getByRole('button', { name: 'Back to the default' }))
  await screen.findByText('The default is back.')
  expect(audio().value).toBe('10')
  expect(screen.queryByRole('button', { name: 'Back to the default' })).toBeNull()
})
