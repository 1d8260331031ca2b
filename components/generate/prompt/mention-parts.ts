// What comes with the first reference, in one piece.
export { MentionLayer } from './mention-layer'
export { PromptAdvice } from './prompt-advice'
