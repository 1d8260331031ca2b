/** The routes that answer to anybody, also from outside. Every other handler under app/api asks `requirePerson` (routes.test.ts). */
export const PUBLIC_ROUTES: readonly string[] = ['/api/health/live']
