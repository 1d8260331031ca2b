import Copy from 'lucide-react/icons/copy'
import { useTranslations } from 'next-intl'
import { useCopy } from './use-copy'

/** A value that is copied by pressing it. */
export function CopiedValue({ name, value }: { name: string; value: string }) {
  const t = useTranslations('viewer')
  const copy = useCopy()
  return (
    <button
      type="button"
      title={t('copyOne', { name })}
      onClick={() => void copy(name, value)}
      className="group/copy relative -my-0.5 rounded-inner py-0.5 text-right whitespace-pre-wrap wrap-anywhere hover:underline min-h-6 min-w-6 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Copy
        aria-hidden
        className="absolute top-1 -left-4.5 size-3 opacity-0 group-hover/copy:opacity-100 group-focus-visible/copy:opacity-100"
      />
      {value}
    </button>
  )
}
