import { useTranslations } from 'next-intl'
import type { Field, RuleSet } from '@/lib/shared/models/catalogue'
import type { Remedy } from '@/lib/shared/models/exclusions'
import { offers, whyOff, type Off } from '@/lib/shared/models/offered'
import { TextButton } from '../ui/text-button'
import { problemSentence } from './field-sentence'
import { useSettings } from './use-settings'
import { valueWords } from './value-words'

/** Why some choices of these fields are off, each reason once, with the clicks that make the choices possible. */
export function OffNotes(props: {
  id: string
  fields: readonly Field[]
  rules: RuleSet
  className?: string
}) {
  const t = useTranslations()
  const { verdict, choose } = useSettings(props.rules)
  const offs = props.fields.flatMap((field) =>
    offers(field, verdict.params, verdict).flatMap(({ value, off }) =>
      off ? [{ choice: { field, value }, off }] : [],
    ),
  )
  const sentences = new Set(
    offs.map(({ off: { reason } }) => problemSentence(t, reason.path, reason)),
  )
  return (
    <div id={props.id} className={`text-meta text-soft empty:hidden ${props.className ?? ''}`}>
      {[...sentences].map((sentence) => (
        <p key={sentence} className="flex flex-wrap items-center gap-x-4">
          <span>{sentence}</span>
          {offs
            .filter(({ off }) => problemSentence(t, off.reason.path, off.reason) === sentence)
            .map(({ choice, off }) => (
              <ChooseButton
                key={`${choice.field} ${choice.value}`}
                choices={[choice, ...off.fix]}
                onChoose={choose}
              />
            ))}
        </p>
      ))}
    </div>
  )
}

/** A field that is off as a whole, with its reason and the click that brings it on; null where it is on. */
export function useFieldOff(field: Field, sample: string, rules: RuleSet): Off | null {
  const { verdict } = useSettings(rules)
  return whyOff({ field, value: sample }, verdict.params, verdict)
}

/** The reason and the way out of a field that is off as a whole. */
export function FieldOffNote({ id, off, rules }: { id: string; off: Off | null; rules: RuleSet }) {
  const t = useTranslations()
  const { choose } = useSettings(rules)
  return (
    <p
      id={id}
      className="mt-1 flex flex-wrap items-center gap-x-4 text-meta text-soft empty:hidden"
    >
      {off && (
        <>
          <span>{problemSentence(t, off.reason.path, off.reason)}</span>
          <ChooseButton choices={off.fix} onChoose={choose} />
        </>
      )}
    </p>
  )
}

function ChooseButton(props: {
  choices: readonly Remedy[]
  onChoose: (...choices: Remedy[]) => void
}) {
  const t = useTranslations()
  const { choices, onChoose } = props
  const [first] = choices
  const isSwitch = choices.length === 1 && first?.value === true
  const list = choices.map(({ field, value }) => valueWords(t, field, value)).join(' + ')
  return (
    <TextButton onClick={() => onChoose(...choices)} className="underline">
      {isSwitch ? t('form.turnOn') : t('form.use', { list })}
    </TextButton>
  )
}
