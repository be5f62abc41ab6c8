/** Every test: pure, rooms and journeys. What npm test runs on Node 24. Its last line is the count that CI reads. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded, root } from './build.ts'
import { findBrowser } from './find-browser.ts'
import { type Closing, findPostgres, findRedis } from './find-services.ts'
import { explain } from './refusal.ts'

type Count = { passed: number; failed: number; skipped: number }

/** An interrupted tool has this long to stop what it started. */
const stopsWithinMs = 15_000

/** Found or started for this run, and undone afterwards, the last first. */
const closing: Closing = []
const interrupted = new AbortController()
let running: ChildProcess | null = null

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  process.on(signal, () => {
    if (interrupted.signal.aborted) return
    interrupted.abort()
    const tool = running
    tool?.kill('SIGINT')
    setTimeout(() => tool?.kill('SIGKILL'), stopsWithinMs).unref()
  })
}

/** Runs a tool of node_modules to its end and gives its exit code. */
async function runTool([file = '', ...args]: string[], env: NodeJS.ProcessEnv): Promise<number> {
  interrupted.signal.throwIfAborted()
  const tool = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  running = tool
  const code = await new Promise<number>((ended) => tool.on('exit', (status) => ended(status ?? 1)))
  running = null
  interrupted.signal.throwIfAborted()
  return code
}

/** What a tool reports. One that fails without naming a failed test, or reports nothing, counts as one failure. */
function countOf(code: number, passed = 0, failed = 0, skipped = 0): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

async function runVitest(scratch: string, env: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(scratch, 'vitest.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runTool(['vitest/vitest.mjs', 'run', ...reporters], env)
  const said = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  return countOf(
    code,
    said.numPassedTests,
    said.numFailedTests,
    (said.numPendingTests ?? 0) + (said.numTodoTests ?? 0),
  )
}

async function runJourneys(scratch: string, env: NodeJS.ProcessEnv): Promise<Count> {
  await buildIfNeeded(console.log, interrupted.signal)
  const report = join(scratch, 'journeys.json')
  const code = await runTool(['playwright/cli.js', 'test'], { ...env, CLEARWAY_REPORT: report })
  const { stats = {} } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  return countOf(code, stats.expected, (stats.unexpected ?? 0) + (stats.flaky ?? 0), stats.skipped)
}

async function runAll(): Promise<Count[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'clearway-tests-'))
  closing.push(async () => await rm(scratch, { recursive: true, force: true }))
  // Started by root, PostgreSQL runs from another account and must be able to enter.
  await chmod(scratch, 0o755)
  const CLEARWAY_CHROMIUM = findBrowser()
  const TEST_DATABASE_URL = await findPostgres(scratch, closing)
  const TEST_REDIS_URL = (await findRedis(closing)) ?? undefined
  const TEST_RUN = String(process.pid)
  const env = { ...process.env, TEST_DATABASE_URL, TEST_REDIS_URL, TEST_RUN, CLEARWAY_CHROMIUM }
  return [await counted(runVitest(scratch, env)), await counted(runJourneys(scratch, env))]
}

/** A part that could not be run at all is a failure, and does not keep the other part from running. */
async function counted(part: Promise<Count>): Promise<Count> {
  return await part.catch((fault) => {
    interrupted.signal.throwIfAborted()
    console.error(`\n${explain(fault)}\n`)
    return countOf(1)
  })
}

const counts = await runAll().catch((fault) => {
  if (!interrupted.signal.aborted) console.error(`\n${explain(fault)}\n`)
  return [countOf(1)]
})
for (const close of closing.reverse()) await close().catch((fault) => console.error(String(fault)))
if (interrupted.signal.aborted) process.exit(130)
const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((key) =>
  counts.reduce((sum, count) => sum + count[key], 0),
)
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && passed ? 0 : 1)
