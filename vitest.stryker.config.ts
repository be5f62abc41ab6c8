import { defineConfig } from 'vitest/config'

/** The tests that mutation testing runs: those of the rules, and nothing that is slow. */
export default defineConfig({ test: { include: ['test/rules/**/*.test.ts'] } })
