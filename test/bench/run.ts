// npm run bench. Alternatives are measured in one run on one machine, and only their ratios mean anything elsewhere.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Closing, findPostgres } from '../../bin/find-services.ts'
import { benchIntake } from './intake.ts'
import { benchRules } from './rules.ts'

const scratch = await mkdtemp(join(tmpdir(), 'clearway-bench-'))
const closing: Closing = [() => rm(scratch, { recursive: true, force: true })]
try {
  await benchRules()
  await benchIntake(await findPostgres(scratch, closing))
} finally {
  for (const close of closing.reverse()) await close()
}
