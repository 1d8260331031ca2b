'use client'

import { useState } from 'react'
import Copy from 'lucide-react/icons/copy'
import { useTranslations } from 'next-intl'
import { copyText } from '@/lib/client/copy-text'

export function TaskPrompt({ prompt }: { prompt: string }) {
  const t = useTranslations('task')
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null)
  const handleCopy = async () => setCopied((await copyText(prompt)) ? 'copied' : 'copyFailed')
  return (
    <div className="flex flex-col items-start gap-2">
      <h1 className="text-prompt font-medium whitespace-pre-wrap wrap-anywhere">{prompt}</h1>
      <button
        type="button"
        onClick={() => void handleCopy()}
        className="-mx-1.5 inline-flex min-h-7 items-center gap-1.5 rounded-inner px-1.5 text-meta text-soft hover:text-text pointer-coarse:min-h-11"
      >
        <Copy aria-hidden className="size-3.5" />
        <span aria-live="polite">{t(copied ?? 'copy')}</span>
      </button>
    </div>
  )
}
