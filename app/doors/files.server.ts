import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy, { type Busboy } from 'busboy'
import { fileTypeFromBuffer } from 'file-type'
import type { NewUpload } from '../../db/uploads.ts'
import type { FieldError } from '../parts/form.tsx'
import { readFields, textsOf } from './form.server.ts'

/** Files with one form: at most so many, each at most so large (in bytes). */
export const mostFiles = 5
export const largestFile = 10 * 1024 * 1024

/** A chosen file that was not taken: which one, counted from 1, and why. `cut`: it did not come to its end. */
export type Missed = { at: number; name: string; why: (typeof missedBecause)[number] }
export const missedBecause = ['large', 'many', 'cut', 'kind'] as const

type Sent = {
  typed: Record<string, string>
  files: NewUpload[]
  missed: Missed[]
  /** The same as `missed`, in words. The words and the other files of the form are taken all the same. */
  refused: FieldError[]
}

/** A form that is still coming. Neither promise ever rejects: what came before the connection broke is there. */
export type Reading = {
  /** The text fields. They are there before the files are, when the file field is the last of its form. */
  words: Promise<Record<string, string>>
  /** The files that have come whole until now, in their order. */
  files: NewUpload[]
  whole: Promise<Sent>
}

/**
 * Reads a form with files as it comes; `field` is the name of its file field, and `takes` says of which kind its files
 * may be. Nothing too large is ever kept.
 */
export function readForm(
  request: Request,
  field = 'files',
  takes: (type: string) => boolean = () => true,
): Reading {
  const form = new FormData()
  const files: NewUpload[] = []
  const missed: Missed[] = []
  const words = Promise.withResolvers<Record<string, string>>()
  const read = async (): Promise<Sent> => {
    const parser = parserOf(request)
    if (!parser) {
      const typed = await readFields(request).catch(() => ({}))
      words.resolve(typed)
      return { typed, files, missed, refused: [] }
    }
    let chosen = 0
    // One after the other, so that they stay in their order and no more than allowed are taken.
    let taking = Promise.resolve()
    parser.on('field', (name, text) => form.append(name, text))
    parser.on('file', (name, stream, { filename }) => {
      words.resolve(textsOf(form))
      // A file that is cut off before its turn has nobody yet who would hear of it.
      stream.on('error', () => undefined)
      if (name !== field || !filename) return void stream.resume()
      const at = ++chosen
      taking = taking.then(() => take(stream, filename, at))
    })
    const take = async (stream: Readable, filename: string, at: number) => {
      const name = nameOf(filename)
      const bytes = await collect(stream)
      if (typeof bytes === 'string') return void missed.push({ at, name, why: bytes })
      const type = await typeOf(bytes)
      if (!takes(type)) missed.push({ at, name, why: 'kind' })
      else if (files.length >= mostFiles) missed.push({ at, name, why: 'many' })
      else files.push({ name, type, bytes })
    }
    await pipeline(Readable.fromWeb(request.body as never), parser).catch(() => undefined)
    await taking
    const typed = textsOf(form)
    words.resolve(typed)
    return { typed, files, missed, refused: sayMissed(field, missed) }
  }
  return { words: words.promise, files, whole: read() }
}

/** A form with files, from a page whose form is `multipart/form-data`; `field` is the name of its file field. */
export async function readFieldsAndFiles(request: Request, field = 'files'): Promise<Sent> {
  return await readForm(request, field).whole
}

function parserOf(request: Request): Busboy | null {
  if (!request.body || !request.headers.get('Content-Type')?.startsWith('multipart/form-data')) return null
  try {
    const headers = { 'content-type': request.headers.get('Content-Type') ?? '' }
    return busboy({ headers, defParamCharset: 'utf8' })
  } catch {
    return null
  }
}

/** The bytes of one file, or why there are none. What is too large is read to its end and forgotten. */
async function collect(stream: Readable): Promise<Buffer | 'large' | 'cut'> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largestFile) chunks.length = 0
      else chunks.push(chunk)
    }
  } catch {
    return size > largestFile ? 'large' : 'cut'
  }
  if (size > largestFile) return 'large'
  return size === 0 ? 'cut' : Buffer.concat(chunks)
}

/** What the bytes are, as looked at, never as claimed. */
async function typeOf(bytes: Buffer): Promise<string> {
  const looked = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return looked?.mime ?? 'application/octet-stream'
}

function sayMissed(field: string, missed: Missed[]): FieldError[] {
  const said = missed.map(({ name, why }): FieldError => {
    if (why === 'many') return { field, key: 'page.errors.files-many', values: { most: mostFiles } }
    return { field, key: `page.errors.file-${why}`, values: { name } }
  })
  const isFirst = ({ key }: FieldError, at: number) => said.findIndex((each) => each.key === key) === at
  return said.filter((each, at) => each.key !== 'page.errors.files-many' || isFirst(each, at))
}

/** The last part of a path, without anything that a file system or a header could trip over. */
function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').trim()
  return plain.slice(-120) || 'file'
}
