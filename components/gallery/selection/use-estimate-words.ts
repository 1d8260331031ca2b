import { useTranslations } from 'next-intl'
import type { ChangePreview } from '@/lib/shared/gallery/change'
import { useMoney } from '../../task/use-money'

/** What new clips are likely to cost, in credits and money; and of how many nobody knows. */
export function useEstimateWords(): (estimate: NonNullable<ChangePreview['estimate']>) => string {
  const t = useTranslations('selecting')
  const { money } = useMoney()
  return (estimate) => {
    const { credits, unpriced } = estimate
    const known = credits > 0 ? t('estimate', { credits, money: money(estimate) }) : ''
    const unknown = unpriced > 0 ? t('unpriced', { count: unpriced }) : ''
    return [known, unknown].filter(Boolean).join(' ')
  }
}
