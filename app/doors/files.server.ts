import { fileTypeFromBuffer } from 'file-type'
import type { NewUpload } from '../../db/uploads.ts'
import type { FieldError } from '../parts/form.tsx'
import { textsOf } from './form.server.ts'

/** Files with one form: at most so many, each at most so large (in bytes). The fence refuses what is far larger. */
export const mostFiles = 5
export const largestFile = 10 * 1024 * 1024

type Sent = {
  typed: Record<string, string>
  files: NewUpload[]
  /** What was not taken, and what to do. The words and the other files of the form are taken all the same. */
  refused: FieldError[]
}

/** A form with files, from a page whose form is `multipart/form-data`; `field` is the name of its file field. */
export async function readFieldsAndFiles(request: Request, field = 'files'): Promise<Sent> {
  const form = await request.formData()
  const chosen = form.getAll(field).filter((each): each is File => typeof each !== 'string' && each.size > 0)
  const refused: FieldError[] = chosen
    .filter(({ size }) => size > largestFile)
    .map(({ name }) => ({ field, key: 'page.errors.file-large', values: { name: nameOf(name) } }))
  const fitting = chosen.filter(({ size }) => size <= largestFile)
  if (fitting.length > mostFiles)
    refused.push({ field, key: 'page.errors.files-many', values: { most: mostFiles } })
  const files = await Promise.all(fitting.slice(0, mostFiles).map(readFile))
  return { typed: textsOf(form), files, refused }
}

async function readFile(file: File): Promise<NewUpload> {
  const bytes = Buffer.from(await file.arrayBuffer())
  const looked = await fileTypeFromBuffer(bytes)
  return { name: nameOf(file.name), type: looked?.mime ?? 'application/octet-stream', bytes }
}

/** The last part of a path, without anything that a file system or a header could trip over. */
function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').trim()
  return plain.slice(-120) || 'file'
}
