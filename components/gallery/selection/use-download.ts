import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useSelection } from '@/lib/client/gallery/selection'
import { createDownload } from '@/lib/client/keeping/create-download'
import { addToast } from '@/lib/client/toasts'
import { useSayError } from '../../keeping/use-say-error'

/** Fetches what is selected as one archive: the browser saves it as it comes. */
export function useDownload() {
  const t = useTranslations('selecting')
  const { selection } = useSelection()
  const sayError = useSayError()
  const download = useMutation({
    mutationFn: createDownload,
    onError: sayError,
    onSuccess: ({ url, count }) => {
      if (count === 0) return addToast({ text: t('nothingToDownload') })
      const link = document.createElement('a')
      link.href = url
      link.download = ''
      link.click()
      addToast({ text: t('downloading', { count }) })
    },
  })
  return {
    isPending: download.isPending,
    start: () => {
      if (selection && !download.isPending) download.mutate(selection)
    },
  }
}
