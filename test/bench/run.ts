// npm run bench. Alternatives are measured in one run on one machine, and only their ratios mean anything elsewhere.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Closing, findPostgres } from '../../bin/find-services.ts'
import { buildIfNeeded } from '../../bin/build.ts'
import { benchIntake } from './intake.ts'
import { benchPages } from './pages.ts'
import { benchRules } from './rules.ts'

const scratch = await mkdtemp(join(tmpdir(), 'clearway-bench-'))
const closing: Closing = [() => rm(scratch, { recursive: true, force: true })]
try {
  await benchRules()
  const server = await findPostgres(scratch, closing)
  await buildIfNeeded(console.log)
  await benchPages(server, scratch)
  await benchIntake(server)
} finally {
  for (const close of closing.reverse()) await close()
}
