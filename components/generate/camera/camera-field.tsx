import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useTranslations } from 'next-intl'
import { ErrorText } from '../../ui/error-text'
import { FieldError } from '../../ui/field-error'
import { useCameraWord } from './camera-word'
import { useCameraSheet } from './use-camera-sheet'

type CameraFieldProps = {
  id: string
  /** Empty is none. */
  value: string
  onChange: (move: string) => void
  /** The picture that the clip begins with, to show the moves on. */
  pictureUrl: string | null
  moves: readonly string[]
  /** Why it is off, in words; null where it is not. */
  disabledReason: string | null
  /** What puts that right, beside the reason. */
  resolve?: ReactNode
  /** At the other end of the label's line. */
  aside?: ReactNode
  /** What else describes it. */
  describedBy?: string
  error?: string
}

/** The camera's move: one line that says which, and opens to all of them. */
export function CameraField(props: CameraFieldProps) {
  const {
    id,
    value,
    onChange,
    pictureUrl,
    moves,
    disabledReason,
    resolve,
    error,
    aside,
    describedBy,
  } = props
  const t = useTranslations('camera')
  const word = useCameraWord()
  const { phase, sheet, ...camera } = useCameraSheet()
  const notes = [describedBy, disabledReason && `${id}-reason`, error && `${id}-error`].filter(
    Boolean,
  )
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-meta text-soft">
        <span id={`${id}-label`}>{t('title')}</span>
        {aside}
      </div>
      <button
        type="button"
        id={id}
        aria-haspopup="dialog"
        aria-labelledby={`${id}-label ${id}-value`}
        aria-describedby={notes.join(' ') || undefined}
        aria-busy={phase === 'loading'}
        disabled={disabledReason !== null}
        onPointerEnter={() => camera.fetch(pictureUrl)}
        onFocus={() => camera.fetch(pictureUrl)}
        onClick={() => void camera.open()}
        className="flex h-9 w-full items-center gap-2 overflow-hidden rounded-card border border-line bg-surface pr-2.5 text-left transition-colors hover:border-line-strong disabled:cursor-not-allowed disabled:text-faint pointer-coarse:h-11"
      >
        {value !== '' && pictureUrl && <LateChosenMove move={value} pictureUrl={pictureUrl} />}
        <span
          id={`${id}-value`}
          className={`min-w-0 flex-1 truncate first:pl-2.5 ${value === '' ? 'text-soft' : ''}`}
        >
          {value === '' ? t('none') : word(value)}
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-soft" />
      </button>
      <p role="status" className="sr-only">
        {phase === 'loading' && t('loading')}
      </p>
      {disabledReason && (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-meta text-soft">
          <span id={`${id}-reason`}>{disabledReason}</span>
          {resolve}
        </p>
      )}
      <ErrorText className="mt-1.5">{phase === 'failed' && t('failed')}</ErrorText>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {sheet && (
        <sheet.CameraSheet
          name={`${id}-move`}
          {...{ value, onChange, pictureUrl, moves }}
          guide={sheet.guide}
          onClose={camera.close}
        />
      )}
    </div>
  )
}

type Chosen = { move: string; pictureUrl: string }

/** Its place at once; how the move is shown comes when there is one to show. */
function LateChosenMove(props: Chosen) {
  const [late, setLate] = useState<{ Part: ComponentType<Chosen> } | null>(null)
  useEffect(() => {
    let isWanted = true
    import('./chosen-move').then(
      ({ ChosenMove }) => isWanted && setLate({ Part: ChosenMove }),
      () => {}, // the word says it, too
    )
    return () => {
      isWanted = false
    }
  }, [])
  return (
    <span aria-hidden className="h-full w-14 shrink-0 bg-raised">
      {late && <late.Part {...props} />}
    </span>
  )
}
