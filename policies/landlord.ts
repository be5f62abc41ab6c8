import { z } from 'zod'
import { checkDecisions } from './check-decisions.ts'
import { type Decisions, decisionSchemas } from './decisions.ts'
import type { Pack } from './pack.ts'

/** The parts of the country whose bank holidays, redress scheme and national lines differ. */
export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]

/** Desks that every landlord has. More may be added. */
export const neededDesks = ['contact', 'urgent', 'repairs', 'safeguarding', 'complaints', 'records'] as const

const text = z.string({ error: 'is missing: write it as words in quotes' }).trim().min(1, 'is empty')
const email = z.email({ error: 'needs an email address, such as desk@landlord.example' })
const phone = z
  .string({ error: 'is missing: write a telephone number in quotes' })
  .regex(/^\+?\d[\d ]{7,16}\d$/, 'needs a telephone number in digits and spaces, such as 01632 960100')
const day = z.iso.date({ error: 'needs a date as YYYY-MM-DD' })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needs a time such as 09:00')

/** WCAG contrast of a colour such as #1d4d8f against white, from 1 to 21. */
export function contrastWithWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

const colour = z
  .string({ error: 'is missing: write a colour such as #1d4d8f' })
  .regex(/^#[0-9a-fA-F]{6}$/, 'needs a colour such as #1d4d8f')
  .refine(
    (hex) => contrastWithWhite(hex) >= 4.5,
    'is too pale to read on white: choose a colour with a contrast of 4.5 or more',
  )

const deskSchema = z.strictObject({ name: text, address: email })

const colleagueSchema = z.strictObject({
  /** What a 'named-colleague' measure names. */
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'needs a short code such as sam-reed'),
  name: text,
  address: email,
  phone,
  /** Who answers while this colleague is away, so that the one open way never closes (I2). */
  cover: z.strictObject(
    { name: text, address: email, phone },
    { error: 'needs a cover: name, address, phone' },
  ),
  /** Days away, first and last day included. */
  away: z.array(
    z
      .strictObject({ fromOn: day, toOn: day })
      .refine((days) => days.fromOn <= days.toOn, 'ends before it begins'),
  ),
})

const relaySchema = z.strictObject({
  address: z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
    error: 'needs an IP address or range, such as 192.0.2.10 or 192.0.2.0/24',
  }),
  /** True when this relay has checked SPF, DKIM and DMARC, so that its word on the sender is taken. */
  vouches: z.boolean({ error: 'needs true or false' }),
  /** The name this relay signs its Authentication-Results with. */
  authserv: text.optional(),
})

const personOnDutySchema = z.strictObject({
  name: text,
  mail: email,
  /** Where a signed webhook goes as well: a pager, a rota or a telephone service. */
  webhook: z
    .url({ protocol: /^https?$/, error: 'needs a web address, such as https://pager.landlord.example/alert' })
    .refine(
      (url) => !URL.canParse(url) || !new URL(url).username,
      'needs no name in it: it is signed instead',
    )
    .optional(),
})

const alertsSchema = z.strictObject({
  /** Nobody has taken an alert after so long: the next person is called. */
  minutes: z
    .int({ error: 'needs a whole number of minutes from 1 to 60' })
    .min(1, 'needs 1 minute or more')
    .max(60, 'needs 60 minutes or fewer'),
  /** Who is called, in this order; after the last the first again, until somebody takes it. */
  chain: z
    .array(personOnDutySchema)
    .min(1, 'needs at least one person')
    .max(10, 'needs ten people or fewer')
    .refine(
      (chain) => new Set(chain.map(({ name }) => name)).size === chain.length,
      'needs a different name for each',
    ),
  /** True says that webhooks are meant to go to addresses inside the landlord's own network. */
  privateAddresses: z.boolean({ error: 'needs true or false' }).default(false),
})

const landlordFields = z.strictObject({
  /** Key of the pack these settings are for. */
  policy: text,
  /** True for the files that come with Clearway: production mode refuses them. */
  demonstration: z.boolean().default(false),
  name: text,
  shortName: text,
  nation: z.enum(nations, { error: `needs one of ${nations.join(', ')}` }),
  /** The independent body a customer can go to after the landlord's own process, and in a line what it is. */
  redress: z.strictObject({ name: text, phone, url: z.url({ error: 'needs a web address' }), what: text }),
  phones: z.strictObject({
    general: phone,
    /** Answered at any hour. */
    urgentRepairs: phone,
    text: phone,
  }),
  addresses: z.strictObject({
    post: z.array(text).min(3, 'needs at least three lines, the last a postcode'),
    visit: z.array(text).min(3, 'needs at least three lines, the last a postcode'),
  }),
  /** London time; `days` are ISO weekdays, Monday 1; `from` inclusive, `to` exclusive. */
  openingHours: z
    .array(
      z
        .strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: time, to: time })
        .refine((hours) => hours.from < hours.to, 'closes before it opens'),
    )
    .min(1, 'needs at least one line of days and hours'),
  colours: z.strictObject({ brand: colour, link: colour }),
  desks: z.record(z.string(), deskSchema).superRefine((desks, context) => {
    for (const desk of neededDesks) {
      if (!desks[desk])
        context.addIssue({
          code: 'custom',
          path: [desk],
          message: 'is missing: every landlord has this desk',
        })
    }
  }),
  mail: z.strictObject({
    receivesFor: z.union([z.literal('any'), z.array(text).min(1)], {
      error: 'needs "any" or a list of the domains that mail is received for',
    }),
    relays: z.array(relaySchema),
    from: email,
  }),
  colleagues: z.array(colleagueSchema).min(1, 'needs at least one colleague'),
  /** Held contacts are read within this many working days: never more than one (I13). */
  heldReadWithinWorkingDays: z
    .int({ error: 'needs 0 or 1' })
    .min(0, 'needs 0 or 1')
    .max(1, 'needs 0 or 1: a held contact is read within one working day'),
  /** How many contacts that were read as ordinary are drawn each day and read again, to measure what is missed. */
  sampleADay: z
    .int({ error: 'needs a whole number from 0 to 100' })
    .min(0, 'needs a whole number from 0 to 100')
    .max(100, 'needs a whole number from 0 to 100')
    .default(5),
  /** Who is called when somebody may be in danger. The urgent desk every five minutes, where this is left out. */
  alerts: alertsSchema.optional(),
  /** What a customer asked for is answered within this many working days, except where something quicker is promised. */
  requestsAnsweredWithinWorkingDays: z
    .int({ error: 'needs a whole number from 1 to 20' })
    .min(1, 'needs 1 or more')
    .max(20, 'needs 20 or fewer')
    .default(5),
})

type LandlordFields = z.infer<typeof landlordFields>
export type AlertSettings = z.infer<typeof alertsSchema>

/** A landlord's own settings: who it is, how to reach it, and what it has decided where its policy is silent. */
export type Landlord = Omit<LandlordFields, 'alerts'> & { alerts: AlertSettings; decisions: Decisions }

function alertsOf({ alerts, desks }: LandlordFields): AlertSettings {
  if (alerts) return alerts
  const { name = '', address = '' } = desks.urgent ?? {}
  return { minutes: 5, chain: [{ name, mail: address }], privateAddresses: false }
}

/** Everything that is wrong with a settings file, in sentences. */
export class LandlordRefused extends Error {
  override readonly name = 'LandlordRefused'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The landlord's settings cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads a landlord's settings for one pack. Throws one `LandlordRefused` that lists everything missing or contradictory. */
export function parseLandlord(json: unknown, pack: Pack): Landlord {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new LandlordRefused(['The file must hold one JSON object.'])
  }
  const { decisions: raw = {}, ...rest } = json as Record<string, unknown>
  const parsed = landlordFields.safeParse(rest)
  const faults = parsed.success ? [] : sentences(parsed.error, '')
  if ('policy' in rest && rest.policy !== pack.key) {
    faults.push(`policy says ${JSON.stringify(rest.policy)}, but the policy in force is "${pack.key}".`)
  }
  const { decisions, faults: undecided } = parseDecisions(raw)
  faults.push(...undecided, ...checkDecisions(decisions, pack, new Set(namesOf(raw))))
  if (!parsed.success || faults.length > 0) throw new LandlordRefused(faults)
  return { ...parsed.data, alerts: alertsOf(parsed.data), decisions }
}

/** Reads each decision by itself, so that one bad decision does not hide another that is missing. */
function parseDecisions(raw: unknown): { decisions: Decisions; faults: string[] } {
  const decisions: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, value] of Object.entries(namesOf(raw).length > 0 ? (raw as object) : {})) {
    const schema = decisionSchemas[name as keyof typeof decisionSchemas]
    if (!schema) {
      faults.push(`decisions.${name} is not a decision that Clearway knows.`)
      continue
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) decisions[name] = parsed.data
    else faults.push(...sentences(parsed.error, `decisions.${name}`))
  }
  return { decisions, faults }
}

function namesOf(raw: unknown): string[] {
  return typeof raw === 'object' && raw !== null ? Object.keys(raw) : []
}

function sentences(error: z.ZodError, start: string): string[] {
  return error.issues.map((issue) => {
    const place = [start, ...issue.path.map(String)].filter(Boolean).join('.')
    if (issue.code === 'unrecognized_keys') {
      return `${place || 'The file'} has settings that Clearway does not know: ${issue.keys.join(', ')}.`
    }
    const message = /^(is|needs|ends|closes)\b/.test(issue.message)
      ? issue.message
      : `cannot be used (${issue.message})`
    return `${place} ${message}.`
  })
}
