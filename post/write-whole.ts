import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'

let serial = 0

/** Sorts by when it was written, on this machine's clock: nothing is decided by it. */
function nextName(): string {
  serial = (serial + 1) % 1_000_000
  const at = new Date().toISOString().replace(/[-:.]/g, '')
  return `${at}-${String(serial).padStart(6, '0')}-${randomBytes(4).toString('hex')}.eml`
}

/**
 * Writes one file whole or not at all, and returns its name. When this returns the file outlives a power cut. A full
 * disk, or any other fault, is thrown and leaves nothing that a reader would take for a message.
 */
export async function writeWhole(folder: string, raw: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true })
  const name = nextName()
  const unfinished = join(folder, `.${name}.part`)
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(raw)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(folder, name))
  } catch (fault) {
    await unlink(unfinished).catch(() => undefined)
    throw fault
  }
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
  return name
}
