/** As in next/constants; importing that costs a start more than it tells. */
const PHASE_DEVELOPMENT_SERVER = 'phase-development-server'
const PHASE_PRODUCTION_SERVER = 'phase-production-server'

/** @type {Parameters<typeof import('next-intl/plugin').default>[0]} */
const words = {
  requestConfig: './app/request-locale.ts',
  // Sentences are parsed by the build, so that no browser loads the parser. Outside Next they stay as they are written.
  experimental: {
    messages: {
      path: ['./lib/shared/messages/en', './lib/shared/messages/zh'],
      locales: 'infer',
      format: 'json',
      precompile: true,
    },
  },
}

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['tsx', 'ts'],
  poweredByHeader: false,
  agentRules: false, // the dev server would write files of its own into the repository
  reactStrictMode: true,
  // One copy of each per process: the front door and the routes share the database connection through globalThis.
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-libsql', 'libsql', 'sharp', 'pino'],
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; `npm run up` need not do it twice
  experimental: {
    serverActions: { allowedOrigins: [] },
    preloadEntriesOnStart: false, // nobody waits for every page's code before the first one can be served
  },
}

/**
 * Pages named `page.dev.tsx` are for those who build the studio: `npm run dev` alone knows them. What next-intl's plugin adds
 * is for the compiler; loading it with its own compiler would be a large part of a start.
 *
 * @param {string} phase
 */
export default async function nextConfig(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  const devPages = phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx'] : []
  return createNextIntlPlugin(words)({
    ...config,
    pageExtensions: [...devPages, ...config.pageExtensions],
  })
}
