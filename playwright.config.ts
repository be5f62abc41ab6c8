import { defineConfig, devices } from 'playwright/test'

const root = process.getuid?.() === 0
const executablePath = process.env.CLEARWAY_CHROMIUM || undefined

/** Journeys in a real browser. Each test file opens a house of its own (test/journeys/house.ts). */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  reporter: process.env.CLEARWAY_REPORT
    ? [['list'], ['json', { outputFile: process.env.CLEARWAY_REPORT }]]
    : 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath,
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] } },
    { name: 'phone', use: { ...devices['Pixel 5'] }, grep: /@everywhere/ },
    {
      name: 'no-script',
      use: { ...devices['Desktop Chrome'], javaScriptEnabled: false },
      grep: /@everywhere/,
    },
    {
      name: 'urdu-large-print',
      use: { ...devices['Desktop Chrome'], locale: 'ur-PK' },
      grep: /@urdu-large-print/,
    },
  ],
})
