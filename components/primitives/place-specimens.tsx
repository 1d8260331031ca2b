import { FactList } from '../ui/fact-list'
import { Skeleton } from '../ui/skeleton'
import { Sample, Samples } from './sample'
import type { Words } from './words'

export function PlaceSpecimens({ words: { states, words } }: { words: Words }) {
  return (
    <>
      <Samples of="skeleton">
        <Sample state={states.busy}>
          <Skeleton className="aspect-video w-full" />
        </Sample>
      </Samples>
      <Samples of="fact-list">
        <Sample state={states.rest}>
          <FactList
            title={words.facts}
            facts={[
              [words.model, 'v5'],
              [words.resolution, '540p'],
            ]}
          />
        </Sample>
        <Sample state={states.long}>
          <FactList title={words.facts} facts={[[words.prompt, words.long]]} />
        </Sample>
        <Sample state={states.empty}>
          <FactList title={words.facts} facts={[]} />
        </Sample>
      </Samples>
    </>
  )
}
