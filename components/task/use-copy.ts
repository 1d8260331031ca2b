import { useTranslations } from 'next-intl'
import { copyText } from '@/lib/client/copy-text'
import { addToast } from '@/lib/client/toasts'

/** Copies what stands under a name, and says so; or that this browser does not let pages copy. */
export function useCopy(): (name: string, text: string) => Promise<void> {
  const t = useTranslations()
  return async (name, text) => {
    const isCopied = await copyText(text)
    addToast({ text: isCopied ? t('viewer.copied', { name }) : t('task.copyFailed') })
  }
}
