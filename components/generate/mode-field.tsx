import { useFormatter, useTranslations } from 'next-intl'
import { MODES, type Mode, type RuleSet } from '@/lib/shared/models/catalogue'
import { modelsWithMode } from '@/lib/shared/models/offered'
import { ChoiceGroup } from '../ui/choice-group'
import { TextButton } from '../ui/text-button'
import { FieldHint, hintId } from './field-hint'
import { ModePicture } from './mode-picture'
import { useSettings } from './use-settings'

/** What the gateway's page calls the pictures of a mode. */
const PAGE_NAMES = {
  image: 'image',
  frames: 'headtailImages',
  reference: 'characterImages',
} as const satisfies Record<Mode, string>
const NOTE = 'mode-note'

/** How the pictures are used. What the model has not is off, with the models that have it one click away. */
export function ModeField({ rules }: { rules: RuleSet }) {
  const t = useTranslations('form')
  const { verdict, move } = useSettings(rules)
  const lacking = MODES.filter((mode) => !verdict.model.modes.includes(mode))
  const handleChange = (value: string) => {
    const mode = MODES.find((known) => known === value)
    if (mode) move({ mode })
  }
  return (
    <div>
      <ChoiceGroup
        name="mode"
        legend={t('mode')}
        aside={<FieldHint field="mode" name={t('mode')} pageName={PAGE_NAMES[verdict.mode]} />}
        title={PAGE_NAMES[verdict.mode]}
        look="tiles"
        value={verdict.mode}
        onChange={handleChange}
        noteId={`${NOTE} ${hintId('mode')}`}
        choices={MODES.map((mode) => ({
          value: mode,
          isDisabled: lacking.includes(mode),
          content: (
            <>
              <ModePicture mode={mode} />
              <span className="mt-1 font-medium">{t(`modes.${mode}`)}</span>
            </>
          ),
        }))}
      />
      <div id={NOTE} className="text-meta text-soft empty:hidden">
        {lacking.map((mode) => (
          <LackingMode key={mode} mode={mode} onModel={(model) => move({ mode, model })} />
        ))}
      </div>
    </div>
  )
}

function LackingMode({ mode, onModel }: { mode: Mode; onModel: (id: string) => void }) {
  const t = useTranslations('form')
  const format = useFormatter()
  const models = modelsWithMode(mode)
  const names = format.list(
    models.map(({ label }) => label),
    { type: 'disjunction' },
  )
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-4">
      <span>{t(`modeOff.${mode}`, { models: names })}</span>
      {models.map(({ id, label }) => (
        <TextButton key={id} onClick={() => onModel(id)} className="underline">
          {t('use', { list: label })}
        </TextButton>
      ))}
    </p>
  )
}
