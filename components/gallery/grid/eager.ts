/** Stills that are in the first sight of a page: asked for at once, and the very first before everything else. */
export const EAGER = 12
export const FIRST = 3
