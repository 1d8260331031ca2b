import type { ReactNode } from 'react'
import { FieldError } from './field-error'

export type Choice = { value: string; content: ReactNode; label?: string; isDisabled?: boolean }

type ChoiceGroupProps = {
  name: string
  legend: ReactNode
  /** At the other end of the legend's line. */
  aside?: ReactNode
  choices: readonly Choice[]
  value: string
  onChange: (value: string) => void
  /** `tiles`: a grid of equal fields; `chips`: one segmented line. */
  look: 'tiles' | 'chips'
  /** The ids of sentences elsewhere: what this is, why some choices are not to be had. */
  noteId?: string
  title?: string
  error?: string
}

const LOOKS = {
  tiles: {
    group: 'grid auto-cols-fr grid-flow-col gap-1.5',
    choice:
      'flex min-h-13 flex-col items-center justify-center rounded-card border border-line bg-surface leading-tight has-checked:border-accent has-checked:bg-raised',
  },
  chips: {
    group: 'flex rounded-full border border-line bg-surface p-0.75',
    choice:
      'flex h-7.5 pointer-coarse:h-11 flex-1 items-center justify-center rounded-full px-1 has-checked:bg-chosen',
  },
}

/** One of a few, as native radio buttons: arrow keys, focus and screen readers work by themselves. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, legend, aside, choices, value, onChange, noteId, error } = props
  const look = LOOKS[props.look]
  const errorId = `${name}-error`
  const describedBy = [noteId, error && errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className="relative min-w-0">
      <fieldset
        role="radiogroup"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        title={props.title}
        className="min-w-0"
      >
        <legend className="mb-1.5 text-meta text-soft">{legend}</legend>
        <div className={look.group}>
          {choices.map((choice) => (
            <label
              key={choice.value}
              className={`relative cursor-pointer text-control text-soft tabular-nums transition-colors has-checked:text-text hover:text-text has-disabled:cursor-not-allowed has-disabled:text-faint has-disabled:line-through has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${look.choice}`}
            >
              <input
                type="radio"
                id={`${name}-${choice.value}`}
                name={name}
                value={choice.value}
                checked={choice.value === value}
                disabled={choice.isDisabled}
                aria-label={choice.label}
                onChange={() => onChange(choice.value)}
                className="absolute inset-0 cursor-[inherit] opacity-0"
              />
              {choice.content}
            </label>
          ))}
        </div>
        <FieldError id={errorId}>{error}</FieldError>
      </fieldset>
      {aside && <div className="absolute top-0 right-0 flex h-5 items-center">{aside}</div>}
    </div>
  )
}
