import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.ts'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'build', '.made-from')
const sources = ['{app,words,policies,rules,db,post,gateway}/**/*', '*.{ts,js,json}']

/** A fingerprint of everything the pages are built from: path and content. */
async function fingerprint(): Promise<string> {
  const files: string[] = []
  for await (const file of glob(sources, { cwd: root })) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    if ((await stat(join(root, file))).isFile()) hash.update(file).update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

/** Builds the pages when their sources changed since the last build. Throws `Refusal` with the builder's own words. */
export async function buildIfNeeded(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const wanted = await fingerprint()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  say('Building the pages. This takes a few seconds.')
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const child = spawn(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
  const code = await new Promise((ended) => {
    // Cut short by `signal`: the end of the process still follows.
    child.on('error', () => undefined)
    child.on('close', ended)
  })
  signal?.throwIfAborted()
  if (code !== 0) throw new Refusal(`The pages could not be built:\n${words}`)
  await writeFile(stamp, wanted)
}
