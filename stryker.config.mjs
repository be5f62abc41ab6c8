/**
 * Mutation testing of the rules: `npm run mutate`. Left out is rules/urgency: its word lists are data, and the judge
 * that reads them is tested by all its examples at once, too slow to be run for every mutant. That test measures the
 * judge instead, by what it misses.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.stryker.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['rules/**/*.ts', '!rules/urgency/**'],
  ignorePatterns: ['build', 'docs', 'test-results', 'app', 'gateway', 'db', 'post'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 96, low: 92, break: 92 },
  tempDirName: 'test-results/stryker',
}
