import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { buildIfNeeded, root } from './build.ts'
import { type Closing, findPostgres, findRedis, installByApt } from './find-services.ts'

/** Found or started for this run, and undone afterwards, the last first. */
const closing: Closing = []
const scratch = await mkdtemp(join(tmpdir(), 'clearway-tests-'))
closing.push(() => rm(scratch, { recursive: true, force: true }))

function say(line: string): void {
  console.log(line)
}

/** Playwright's own Chromium, else one on the path, else Playwright's download, else the system's packages. */
function findBrowser(): string {
  const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)
  const onPath = () =>
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
      .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim())
      .find(Boolean)
  const found = own() ?? onPath()
  if (found) return found
  say('Fetching a browser for the journeys.')
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', '--with-deps', 'chromium'], {
    stdio: 'ignore',
    timeout: 240_000,
  })
  const fetched = own()
  if (fetched) return fetched
  installByApt('chromium')
  const installed = onPath()
  if (installed) return installed
  throw new Error(
    'There is no browser for the journeys. Install Chromium or run "npx playwright install chromium", and run npm test again.',
  )
}

type Count = { passed: number; failed: number; skipped: number }

async function runTool(tool: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [file = '', ...args] = tool
  const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return await new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}

async function runVitest(env: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(scratch, 'vitest.json')
  const code = await runTool(
    ['vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    env,
  )
  const said = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = said
  return { passed, failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests, skipped }
}

async function runJourneys(env: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(scratch, 'journeys.json')
  const code = await runTool(['playwright/cli.js', 'test'], { ...env, CLEARWAY_REPORT: report })
  const { stats = {} } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0)
  return {
    passed: stats.expected ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped ?? 0,
  }
}

async function main(): Promise<number> {
  const CLEARWAY_CHROMIUM = findBrowser()
  const TEST_DATABASE_URL = await findPostgres(scratch, closing)
  const TEST_REDIS_URL = (await findRedis(closing)) ?? undefined
  const env = {
    ...process.env,
    TEST_DATABASE_URL,
    TEST_REDIS_URL,
    TEST_RUN: String(process.pid),
    CLEARWAY_CHROMIUM,
  }
  const vitest = await runVitest(env)
  await buildIfNeeded(say)
  const journeys = await runJourneys(env)
  const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map(
    (key) => vitest[key] + journeys[key],
  )
  say(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return failed === 0 && passed ? 0 : 1
}

let code = 1
try {
  code = await main()
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
}
for (const close of closing.reverse()) await close().catch(() => undefined)
process.exit(code)
