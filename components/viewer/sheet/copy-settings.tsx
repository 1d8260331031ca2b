import Copy from 'lucide-react/icons/copy'
import { useTranslations } from 'next-intl'
import { bodyOfTask } from '@/lib/shared/body-of-task'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useSettingFacts } from '../../task/setting-facts'
import { TextButton } from '../../ui/text-button'
import { useCopy } from '../../task/use-copy'

/** All settings at once: to be read, or to be sent again by a script. */
export function CopySettings({ task }: { task: TaskOnWire }) {
  const t = useTranslations()
  const copy = useCopy()
  const facts = useSettingFacts(task)
  const text = [task.prompt, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n')
  const json = JSON.stringify(bodyOfTask(task), null, 2)
  return (
    <p className="-mt-3 flex flex-wrap gap-x-5">
      <TextButton onClick={() => void copy(t('task.settings'), text)}>
        <Copy aria-hidden className="size-3.5" />
        {t('viewer.copyText')}
      </TextButton>
      <TextButton onClick={() => void copy(t('task.settings'), json)}>
        <Copy aria-hidden className="size-3.5" />
        {t('viewer.copyJson')}
      </TextButton>
    </p>
  )
}
