import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/request-locale.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  agentRules: false, // the dev server would write files of its own into the repository
  reactStrictMode: true,
  // One copy of each per process: the front door and the routes share the database connection through globalThis.
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-libsql',
    '@libsql/client',
    'libsql',
    'sharp',
    'pino',
  ],
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; `npm run up` need not do it twice
  experimental: { serverActions: { allowedOrigins: [] } },
}

export default withNextIntl(config)
