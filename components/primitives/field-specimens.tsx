import { useId, useState } from 'react'
import { Field } from '../ui/field'
import { FieldError } from '../ui/field-error'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { TextArea, TextBox } from '../ui/text-box'
import { Sample, Samples } from './sample'
import type { Words } from './words'

export function FieldSpecimens({ words }: { words: Words }) {
  return (
    <>
      <FieldSamples words={words} />
      <TextBoxSamples words={words} />
      <SelectSamples words={words} />
      <SwitchSamples words={words} />
    </>
  )
}

function FieldSamples({ words: { states, words } }: { words: Words }) {
  const id = useId()
  const common = { label: words.prompt, hint: words.hint, aside: words.count }
  return (
    <>
      <Samples of="field">
        <Sample state={states.rest}>
          <Field id={`${id}rest`} {...common}>
            {(control) => <TextBox {...control} placeholder={words.placeholder} />}
          </Field>
        </Sample>
        <Sample state={states.invalid}>
          <Field id={`${id}invalid`} {...common} error={words.error}>
            {(control) => <TextBox {...control} placeholder={words.placeholder} />}
          </Field>
        </Sample>
        <Sample state={states.long}>
          <Field id={`${id}long`} label={words.long} hint={words.long} error={words.long}>
            {(control) => <TextBox {...control} defaultValue={words.long} />}
          </Field>
        </Sample>
      </Samples>
      <Samples of="field-error">
        <Sample state={states.rest}>
          <FieldError id={`${id}error`}>{words.error}</FieldError>
        </Sample>
      </Samples>
    </>
  )
}

function TextBoxSamples({ words: { states, words } }: { words: Words }) {
  const common = { 'aria-label': words.prompt, placeholder: words.placeholder }
  return (
    <Samples of="text-box">
      <Sample state={states.rest}>
        <div className="grid gap-2">
          <TextBox {...common} />
          <TextArea {...common} rows={2} />
        </div>
      </Sample>
      <Sample state={states.filled}>
        <div className="grid gap-2">
          <TextBox {...common} defaultValue={words.promptValue} />
          <TextArea {...common} rows={2} defaultValue={words.promptValue} />
        </div>
      </Sample>
      <Sample state={states.invalid}>
        <div className="grid gap-2">
          <TextBox {...common} aria-invalid />
          <TextArea {...common} rows={2} aria-invalid />
        </div>
      </Sample>
      <Sample state={states.disabled}>
        <div className="grid gap-2">
          <TextBox {...common} disabled />
          <TextArea {...common} rows={2} disabled />
        </div>
      </Sample>
      <Sample state={states.long}>
        <TextArea {...common} rows={2} className="max-h-24" defaultValue={words.long} />
      </Sample>
    </Samples>
  )
}

function SelectSamples({ words: { states, words } }: { words: Words }) {
  const options = [...Object.values(words.styles), words.long].map((style) => (
    <option key={style}>{style}</option>
  ))
  return (
    <Samples of="select">
      <Sample state={states.rest}>
        <Select aria-label={words.style}>{options}</Select>
      </Sample>
      <Sample state={states.long}>
        <Select aria-label={words.style} defaultValue={words.long}>
          {options}
        </Select>
      </Sample>
      <Sample state={states.invalid}>
        <Select aria-label={words.style} aria-invalid>
          {options}
        </Select>
      </Sample>
      <Sample state={states.disabled}>
        <Select aria-label={words.style} disabled>
          {options}
        </Select>
      </Sample>
    </Samples>
  )
}

function SwitchSamples({ words: { states, words } }: { words: Words }) {
  const [isOn, setOn] = useState(true)
  return (
    <Samples of="switch">
      <Sample state={states.on}>
        <Switch checked={isOn} onChange={(event) => setOn(event.target.checked)}>
          {words.sound}
        </Switch>
      </Sample>
      <Sample state={states.off}>
        <Switch>{words.sound}</Switch>
      </Sample>
      <Sample state={states.disabled}>
        <Switch disabled>{words.sound}</Switch>
        <Switch disabled defaultChecked>
          {words.sound}
        </Switch>
      </Sample>
      <Sample state={states.long}>
        <Switch>{words.long}</Switch>
      </Sample>
    </Samples>
  )
}
