import type { z } from 'zod'
import type { Key } from '../../words/speak.ts'
import type { FieldError } from '../parts/form.tsx'

/** The text fields of a form. Files and repeated names are left out. */
export async function readFields(request: Request): Promise<Record<string, string>> {
  return textsOf(await request.formData())
}

/** The text fields of a form, whichever way it was sent. */
export function textsOf(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.map(([name, text]) => [name, text.replace(/\r\n?/g, '\n')]))
}

/** Names a key where zod keeps its message, so that what is wrong is said in the reader's language. */
export function wrong(key: Key): { error: string } {
  return { error: key }
}

type Checked<T> = { value: T; errors: [] } | { value: null; errors: FieldError[] }

/** Fields against their schema: the value, or the first thing to put right about each field. */
export function checkFields<T>(schema: z.ZodType<T>, fields: Record<string, string>): Checked<T> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { value: parsed.data, errors: [] }
  const errors = new Map<string, FieldError>()
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0])
    if (!errors.has(field)) errors.set(field, { field, key: issue.message as Key })
  }
  return { value: null, errors: [...errors.values()] }
}
