'use client'

import { useState } from 'react'
import Copy from 'lucide-react/icons/copy'
import { useTranslations } from 'next-intl'
import { copyText } from '@/lib/client/copy-text'
import { TextButton } from '../ui/text-button'

export function TaskPrompt({ prompt }: { prompt: string }) {
  const t = useTranslations('task')
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null)
  const handleCopy = async () => setCopied((await copyText(prompt)) ? 'copied' : 'copyFailed')
  return (
    <div className="flex flex-col items-start gap-2">
      <h1 className="text-prompt font-medium whitespace-pre-wrap wrap-anywhere">{prompt}</h1>
      <TextButton onClick={() => void handleCopy()}>
        <Copy aria-hidden className="size-3.5" />
        <span aria-live="polite">{t(copied ?? 'copy')}</span>
      </TextButton>
    </div>
  )
}
