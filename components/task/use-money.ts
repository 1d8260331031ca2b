import { useFormatter } from 'next-intl'
import type { Currency, Estimate } from '@/lib/shared/pricing'

/** Digits that a price of a single credit may need. */
const FINE = 6

/** An amount of money in its currency, as the person writes it. */
export function useMoney(): {
  money: (estimate: Pick<Estimate, 'amount' | 'currency'>) => string
  unitPrice: (amount: number, currency: Currency) => string
} {
  const format = useFormatter()
  return {
    money: ({ amount, currency }) => format.number(amount, { style: 'currency', currency }),
    unitPrice: (amount, currency) =>
      format.number(amount, { style: 'currency', currency, maximumFractionDigits: FINE }),
  }
}
