import Download from 'lucide-react/icons/download'
import Info from 'lucide-react/icons/info'
import { Button, buttonClass, type ButtonLook } from '../ui/button'
import { ICON_BUTTON, IconButton, PICTURE_ICON_BUTTON } from '../ui/icon-button'
import { TEXT_BUTTON, TextButton } from '../ui/text-button'
import { Sample, Samples } from './sample'
import type { Words } from './words'

const HERE = '#main'
const LOOKS: readonly ButtonLook[] = ['primary', 'plain', 'quiet', 'danger']

export function ActionSpecimens({ words }: { words: Words }) {
  return (
    <>
      <ButtonSamples words={words} />
      <IconButtonSamples words={words} />
      <TextButtonSamples words={words} />
    </>
  )
}

function ButtonSamples({ words: { states, words } }: { words: Words }) {
  return (
    <Samples of="button">
      {LOOKS.map((look) => (
        <Sample key={look} state={states[look]}>
          <div className="flex flex-wrap gap-2">
            <Button look={look}>{words.download}</Button>
            <Button look={look} disabled>
              {words.working}
            </Button>
            <a href={HERE} className={buttonClass(look)}>
              {words.details}
            </a>
          </div>
        </Sample>
      ))}
      <Sample state={states.withKey}>
        <Button look="primary">
          {words.generate}
          <kbd className="text-meta font-normal opacity-75">{words.key}</kbd>
        </Button>
      </Sample>
    </Samples>
  )
}

function IconButtonSamples({ words: { states, words } }: { words: Words }) {
  return (
    <Samples of="icon-button">
      <Sample state={states.rest}>
        <IconButton label={words.details}>
          <Info aria-hidden className="size-4.5" />
        </IconButton>
      </Sample>
      <Sample state={states.disabled}>
        <IconButton label={words.details} disabled>
          <Info aria-hidden className="size-4.5" />
        </IconButton>
      </Sample>
      <Sample state={states.link}>
        <a href={HERE} aria-label={words.download} className={ICON_BUTTON}>
          <Download aria-hidden className="size-4.5" />
        </a>
      </Sample>
      <Sample state={states.onPicture}>
        <div className="flex justify-end bg-night p-2">
          <a href={HERE} aria-label={words.download} className={`flex ${PICTURE_ICON_BUTTON}`}>
            <Download aria-hidden className="size-4" />
          </a>
        </div>
      </Sample>
    </Samples>
  )
}

function TextButtonSamples({ words: { states, words } }: { words: Words }) {
  return (
    <Samples of="text-button">
      <Sample state={states.rest}>
        <TextButton>{words.replace}</TextButton>
      </Sample>
      <Sample state={states.disabled}>
        <TextButton disabled>{words.replace}</TextButton>
      </Sample>
      <Sample state={states.link}>
        <a href={HERE} className={TEXT_BUTTON}>
          {words.details}
        </a>
      </Sample>
    </Samples>
  )
}
