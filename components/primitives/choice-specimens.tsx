import { useId, useState } from 'react'
import { Checkbox } from '../ui/checkbox'
import { ChoiceGroup, type Choice } from '../ui/choice-group'
import { Disclosure } from '../ui/disclosure'
import { Sample, Samples } from './sample'
import type { Words } from './words'

const MODELS: readonly Choice[] = ['v5.5', 'v5', 'v4.5', 'v4', 'v3.5'].map((value) => ({
  value,
  content: value,
}))
const RESOLUTIONS: readonly Choice[] = ['360p', '540p', '720p', '1080p'].map((value) => ({
  value,
  content: value,
}))
const SOME: readonly Choice[] = RESOLUTIONS.map((choice) => ({
  ...choice,
  isDisabled: choice.value > '6',
}))

export function ChoiceSpecimens({ words }: { words: Words }) {
  return (
    <>
      <GroupSamples words={words} />
      <CheckboxSamples words={words} />
      <DisclosureSamples words={words} />
    </>
  )
}

function GroupSamples({ words: { states, words } }: { words: Words }) {
  const id = useId()
  const [model, setModel] = useState('v5')
  const [resolution, setResolution] = useState('540p')
  const chips = {
    legend: words.resolution,
    look: 'chips',
    value: resolution,
    onChange: setResolution,
  } as const
  return (
    <Samples of="choice-group">
      <Sample state={states.tiles}>
        <ChoiceGroup
          name={`${id}model`}
          legend={words.model}
          look="tiles"
          choices={MODELS}
          value={model}
          onChange={setModel}
        />
      </Sample>
      <Sample state={states.chips}>
        <ChoiceGroup name={`${id}chips`} {...chips} choices={RESOLUTIONS} />
      </Sample>
      <Sample state={states.excluded}>
        <ChoiceGroup name={`${id}some`} {...chips} choices={SOME} />
      </Sample>
      <Sample state={states.invalid}>
        <ChoiceGroup name={`${id}wrong`} {...chips} choices={RESOLUTIONS} error={words.error} />
      </Sample>
    </Samples>
  )
}

function CheckboxSamples({ words: { states, words } }: { words: Words }) {
  const [isChecked, setChecked] = useState(true)
  const change = { onChange: () => setChecked(!isChecked) }
  return (
    <Samples of="checkbox">
      <Sample state={states.on}>
        <Checkbox checked={isChecked} {...change}>
          {words.select}
        </Checkbox>
      </Sample>
      <Sample state={states.off}>
        <Checkbox checked={!isChecked} {...change}>
          {words.select}
        </Checkbox>
      </Sample>
      <Sample state={states.busy}>
        <Checkbox isMixed checked={false} onChange={() => {}}>
          {words.select}
        </Checkbox>
      </Sample>
      <Sample state={states.disabled}>
        <Checkbox disabled checked onChange={() => {}}>
          {words.select}
        </Checkbox>
      </Sample>
    </Samples>
  )
}

function DisclosureSamples({ words: { states, words } }: { words: Words }) {
  const name = useId()
  return (
    <Samples of="disclosure">
      <Sample state={states.closed}>
        <Disclosure title={words.more} summary={words.values}>
          <p>{words.hint}</p>
        </Disclosure>
      </Sample>
      <Sample state={states.open}>
        <Disclosure title={words.more} name={name} isOpen>
          <p>{words.hint}</p>
        </Disclosure>
        <Disclosure title={words.details} name={name}>
          <p>{words.hint}</p>
        </Disclosure>
      </Sample>
      <Sample state={states.long}>
        <Disclosure title={words.more} summary={words.long}>
          <p>{words.long}</p>
        </Disclosure>
        <Disclosure title={words.long}>
          <p>{words.long}</p>
        </Disclosure>
      </Sample>
    </Samples>
  )
}
