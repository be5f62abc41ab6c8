import { spawn } from 'node:child_process'
import { glob, readFile, stat, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'build', '.made-from')
const sources = ['{app,words,policies,rules,db,post,gateway}/**/*', '*.{ts,js,json}']

/** A fingerprint of everything the pages are built from: path, size and content. */
async function fingerprint(): Promise<string> {
  const files: string[] = []
  for await (const file of glob(sources, { cwd: root })) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    if ((await stat(join(root, file))).isFile()) hash.update(file).update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

/** Builds the pages when their sources changed since the last build. Throws with the builder's own words when it fails. */
export async function buildIfNeeded(say: (line: string) => void): Promise<void> {
  const wanted = await fingerprint()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  say('Building the pages.')
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const child = spawn(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
  const code = await new Promise((exited) => child.on('exit', exited))
  if (code !== 0) throw new Error(`The pages could not be built:\n${words}`)
  await writeFile(stamp, wanted)
}
