import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

// npm installs what it marks `devOptional` (a tool that a package for running names as an optional peer) with --omit=dev too.
it.each(['playwright', 'playwright-core', 'vitest', 'jsdom', 'eslint', '@sparticuz/chromium'])(
  '%s is left out where the studio only runs',
  (name) => {
    expect(packages[`node_modules/${name}`]).toMatchObject({ dev: true })
  },
)
