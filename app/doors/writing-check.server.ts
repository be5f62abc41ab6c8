import { z } from 'zod'
import { type Customer, identifiersOf } from '../../db/customers.ts'
import type { Writing } from '../../db/writing.ts'
import type { House } from '../../house.ts'
import { languages } from '../../words/speak.ts'
import type { FieldError } from '../parts/form.tsx'
import { formats, largest, needsWords, points, smallest, type WritingPart } from '../parts/writing-choices.ts'

type Checked = { change: Partial<Writing>; errors: [] } | { change: null; errors: FieldError[] }

/** One thing about how somebody is written to: what it will be, or what to put right. */
export async function checkWriting(
  house: House,
  customer: Customer,
  part: WritingPart,
  typed: Record<string, string>,
): Promise<Checked> {
  const { general: phone } = house.policy.landlord.phones
  const wrong = (field: string, key: FieldError['key']): Checked => ({
    change: null,
    errors: [{ field, key, values: { phone } }],
  })
  switch (part) {
    case 'language': {
      const language = languages.find(({ code }) => code === typed.language)?.code
      return language ? { change: { language }, errors: [] } : wrong('language', 'page.errors.choose-one')
    }
    case 'size': {
      const isOther = typed.size === 'other'
      if (!isOther && !points.some((each) => String(each) === typed.size))
        return wrong('size', 'page.errors.choose-one')
      const { data } = z.coerce
        .number()
        .int()
        .min(smallest)
        .max(largest)
        .safeParse(isOther ? typed.other?.trim() : typed.size)
      return data === undefined
        ? wrong('other', 'page.errors.points')
        : { change: { printPoints: data }, errors: [] }
    }
    case 'by': {
      if (typed.by !== 'email' && typed.by !== 'letter') return wrong('by', 'page.errors.choose-one')
      const known = await identifiersOf(house.ledger.db, customer.id)
      if (typed.by === 'email' && !known.some(({ kind }) => kind === 'email'))
        return wrong('by', 'page.errors.no-email')
      return { change: { noticesBy: typed.by }, errors: [] }
    }
    case 'formats': {
      const chosen = formats.filter((each) => typed.formats?.split(' ').includes(each))
      const isUnsaid = chosen.some((each) => needsWords.includes(each)) && !typed.which?.trim()
      if (isUnsaid) return wrong('which', 'page.errors.format-which')
      return (typed.which?.length ?? 0) > 200
        ? wrong('which', 'page.errors.subject-long')
        : { change: { formats: chosen }, errors: [] }
    }
  }
}
