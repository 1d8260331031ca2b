export const LIBRARY_VIEWS = ['history', 'templates'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]
