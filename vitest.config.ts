import { defineConfig } from 'vitest/config'

/**
 * Two projects. `pure` needs nothing and finishes in seconds. `rooms` needs a real PostgreSQL and a real Redis, which
 * `npm test` finds or starts and names in TEST_DATABASE_URL and TEST_REDIS_URL.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: ['test/rooms/**', 'test/journeys/**'],
        },
      },
      {
        test: {
          name: 'rooms',
          include: ['test/rooms/**/*.test.ts'],
          globalSetup: ['test/set-up/template-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
