/**
 * Mutation testing of the rules: `npm run mutate`. Left out is what is data (the word lists of urgency, the calendar
 * of bank holidays) and, for run time, the judge that reads those lists: its test reads thousands of examples, so one
 * mutant there takes as long as a hundred here. Its recall and its held-out examples are measured by its own test.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.stryker.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['rules/**/*.ts', '!rules/urgency/**', '!rules/bank-holidays.ts'],
  ignorePatterns: ['build', 'docs', 'test-results', 'app', 'gateway', 'db', 'post', 'words'],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 96, low: 92, break: 92 },
  tempDirName: 'test-results/stryker',
}
