import { useTranslations } from 'next-intl'
import { TextBox } from '../../ui/text-box'

export function SearchBox(props: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('promptLibrary')
  return (
    <TextBox
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      autoComplete="off"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
