import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Address, decodeWords } from 'postal-mime'

/** Where mail written as files is found. `mode` and `smtpUrl` come from the settings: it is for demonstrations only. */
export type MailFolder = { mode: 'demo' | 'production'; smtpUrl: string | null; dataDir: string }

export type MailLine = {
  /** 'customer' or 'desk/<code>'. */
  folder: string
  file: string
  from: string
  to: string
  subject: string
  /** The Date header as an ISO instant, or null. */
  date: string | null
}

export type MailRead = MailLine & {
  text: string
  /** As it was written: whoever shows it makes it harmless first. */
  html: string | null
  headers: { name: string; value: string }[]
  attachments: string[]
}

const soundFolder = /^(customer|desk\/[a-z0-9-]+)$/
const soundFile = /^[A-Za-z0-9][A-Za-z0-9-]*\.eml$/
/** Enough of a message to read its header. */
const headBytes = 65_536

/** Everything that was written to desks and customers, newest first, at most `most`. Empty outside demonstrations. */
export async function listMail(where: MailFolder, most = 200): Promise<MailLine[]> {
  if (!isShown(where)) return []
  const root = join(where.dataDir, 'mail')
  const desks = (await namesIn(join(root, 'desk'))).map((desk) => `desk/${desk}`)
  const found: { folder: string; file: string }[] = []
  for (const folder of ['customer', ...desks].filter((name) => soundFolder.test(name))) {
    const files = (await namesIn(join(root, folder))).filter((name) => soundFile.test(name))
    found.push(...files.map((file) => ({ folder, file })))
  }
  found.sort((a, b) => (a.file < b.file ? 1 : -1))
  return await Promise.all(
    found
      .slice(0, most)
      .map(async ({ folder, file }) =>
        lineOf(folder, file, await parse(await headOf(join(root, folder, file)))),
      ),
  )
}

/** One message, or null when there is no such file, the names are not ones that Clearway gives, or this is no demonstration. */
export async function readMail(where: MailFolder, folder: string, file: string): Promise<MailRead | null> {
  if (!isShown(where) || !soundFolder.test(folder) || !soundFile.test(file)) return null
  const raw = await readFile(join(where.dataDir, 'mail', folder, file)).catch(() => null)
  if (!raw) return null
  const parsed = await parse(raw)
  return {
    ...lineOf(folder, file, parsed),
    text: parsed.text ?? '',
    html: parsed.html ?? null,
    headers: parsed.headers.map(({ originalKey, value }) => ({
      name: originalKey,
      value: decodeWords(value),
    })),
    attachments: parsed.attachments.map(({ filename }) => filename ?? ''),
  }
}

function isShown({ mode, smtpUrl }: MailFolder): boolean {
  return mode === 'demo' && smtpUrl === null
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => [])
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A message that cannot be taken apart is shown as it is, as text. */
async function parse(raw: Buffer) {
  try {
    return await PostalMime.parse(raw)
  } catch {
    return { ...(await PostalMime.parse('\r\n')), text: raw.toString('utf8') }
  }
}

function written(address: Address | undefined): string {
  if (!address) return ''
  return address.address && address.name
    ? `${address.name} <${address.address}>`
    : (address.address ?? address.name)
}

function lineOf(folder: string, file: string, mail: Awaited<ReturnType<typeof parse>>): MailLine {
  return {
    folder,
    file,
    from: written(mail.from),
    to: (mail.to ?? []).map(written).join(', '),
    subject: mail.subject ?? '',
    date: mail.date && !Number.isNaN(Date.parse(mail.date)) ? new Date(mail.date).toISOString() : null,
  }
}
