'use client'

import { ActionSpecimens } from './action-specimens'
import { ChoiceSpecimens } from './choice-specimens'
import { FieldSpecimens } from './field-specimens'
import { MessageSpecimens } from './message-specimens'
import { PlaceSpecimens } from './place-specimens'
import type { Words } from './words'

/** Every primitive of components/ui in all its states; theme and language by the header's own switches. */
export function PrimitivesPage({ words }: { words: Words }) {
  return (
    <div className="p-4 sm:p-6">
      <h1 className="text-display font-semibold">{words.title}</h1>
      <p className="mt-2 max-w-2xl text-soft">{words.intro}</p>
      <ActionSpecimens words={words} />
      <FieldSpecimens words={words} />
      <ChoiceSpecimens words={words} />
      <MessageSpecimens words={words} />
      <PlaceSpecimens words={words} />
    </div>
  )
}
