import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    include: ['{app,components,lib,e2e/bench,e2e/faults,e2e/readme}/**/*.test.{ts,tsx}'],
    environment: 'node',
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 20_000,
    restoreMocks: true,
  },
})
