import { defineConfig } from 'vitest/config'

/**
 * The tests that mutation testing runs: the tables of the rules. The properties beside them would run hundreds of cases
 * for each mutant, and what they find belongs in a table.
 */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/console/may-act.test.ts'],
    exclude: ['test/rules/properties.test.ts'],
  },
})
