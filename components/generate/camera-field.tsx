import { useTranslations } from 'next-intl'
import { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { FieldHint, hintId } from './field-hint'

/** The camera's way, by name; empty is none. */
export function CameraField(props: {
  id: string
  value: string
  onChange: (move: string) => void
  pictureUrl: string | null
  moves: readonly string[]
  disabledReason: string | null
}) {
  const t = useTranslations()
  const { id, value, moves, disabledReason } = props
  return (
    <Field
      id={id}
      label={t('camera.title')}
      aside={<FieldHint field="cameraMovement" name={t('camera.title')} />}
    >
      {(control) => (
        <Select
          {...control}
          aria-describedby={`${hintId('cameraMovement')} camera-note`}
          name={id}
          title="cameraMovement"
          disabled={disabledReason !== null}
          value={value}
          onChange={(event) => props.onChange(event.target.value)}
        >
          <option value="">{t('camera.none')}</option>
          {CAMERA_MOVEMENTS.filter((move) => moves.includes(move)).map((move) => (
            <option key={move} value={move}>
              {t(`cameraMoves.${move}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
