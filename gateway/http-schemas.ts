import { z } from 'zod'
import { channels } from '../rules/channel.ts'
import { lanes } from '../rules/lane.ts'

const text = (most: number, what: string) =>
  z
    .string({ error: `${what} as text, at most ${most} characters` })
    .max(most, `${what} as text, at most ${most} characters`)

const fromExpected = 'an object with at least one of email, phone and customerRef'

/** Whom a contact is from. A customerRef that nobody has is an unknown sender, not an error: the contact goes through. */
const fromSchema = z
  .strictObject(
    {
      email: z
        .string({ error: 'an email address' })
        .max(320, 'an email address')
        .regex(/^[^\s\p{Cc}@]+@[^\s\p{Cc}@]+$/u, 'an email address')
        .optional()
        .meta({ examples: ['amina@example.org'] }),
      phone: z
        .string({ error: 'a telephone number' })
        .regex(/^\+?[\d\s().-]{3,30}$/, 'a telephone number, such as +44 7700 900123')
        .optional()
        .meta({ examples: ['+44 7700 900123'] }),
      customerRef: z
        .string({ error: 'a customer reference' })
        .regex(/^[^\p{Cc}]{1,100}$/u, 'a customer reference, such as C-10428')
        .optional()
        .meta({
          description: 'As letters print it. A reference that nobody has is treated as an unknown sender.',
          examples: ['C-10428'],
        }),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : fromExpected) },
  )
  .refine((from) => Object.values(from).some((value) => value !== undefined), fromExpected)
  .meta({ description: 'At least one of email, phone and customerRef.', minProperties: 1 })

/** The body of POST /v1/contacts and /v1/decisions: the one source of what is checked and of what OpenAPI says. */
export const contactSchema = z.strictObject(
  {
    channel: z.enum(channels, { error: `one of ${channels.join(', ')}` }),
    from: fromSchema,
    to: z
      .strictObject(
        { desk: z.string({ error: 'the code of a desk' }).regex(/^[a-z0-9-]{1,40}$/, 'the code of a desk') },
        { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'an object with a desk') },
      )
      .optional()
      .meta({
        description:
          'The desk that it was sent to, where a number or an address is there for one thing, such as a text to the urgent number. It can only let more through. Without it, or with one that the landlord does not have: contact.',
        examples: [{ desk: 'urgent' }],
      }),
    subject: text(2_000, 'the subject').optional(),
    body: text(500_000, 'the message').optional(),
    receivedAt: z.iso
      .datetime({
        offset: true,
        error: 'an instant with its offset, such as 2026-11-24T09:30:00+00:00, and not in the future',
      })
      .optional()
      .meta({ description: 'When the landlord received it. Now, when it is left out; never in the future.' }),
    externalId: z
      .string({ error: 'your own id for this contact, at most 200 characters' })
      .regex(/^[^\p{Cc}]{1,200}$/u, 'your own id for this contact, 1 to 200 characters')
      .optional()
      .meta({
        description: 'The same externalId from the same key is the same contact: it never counts twice.',
      }),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'a JSON object') },
)

export type ContactBody = z.infer<typeof contactSchema>

export const decisionSchema = z.object({
  outcome: z.enum(['deliver', 'hold']),
  lane: z.enum(lanes),
  counted: z.boolean().meta({ description: "Whether it uses up one of the customer's contacts" }),
  to: z
    .object({ desk: z.string() })
    .meta({ description: 'The desk or named colleague that gets it, or that reads it while it is held' }),
  reasons: z
    .array(
      z.object({
        code: z.string(),
        restrictionId: z.string().optional(),
        clause: z.string().optional(),
        text: z.string().meta({ description: "In the customer's language" }),
      }),
    )
    .min(1),
  nextAllowedAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'When an ordinary contact next goes through; null when that is now' }),
  openRoutes: z
    .array(z.object({ channel: z.enum(channels), when: z.string() }))
    .meta({ description: "Ways that stay open for ordinary contact. `when` is in the customer's language" }),
})

const advice = z.string().optional().meta({
  description:
    "Only where somebody may be in danger: whom to call now, in the customer's language, to read out or to send back",
})

export const takenSchema = z.object({ contactId: z.uuid(), decision: decisionSchema, advice })

export const askedSchema = z.object({ decision: decisionSchema, advice })

/** What became of a contact: never its words. */
export const becameSchema = z.object({
  contactId: z.uuid(),
  channel: z.enum(channels),
  state: z.enum(['delivering', 'delivered', 'held', 'releasing', 'released', 'read', 'withdrawn']).meta({
    description:
      'held: a person reads it by readDueAt; released: a person sent it on, or the customer said that it cannot wait; read: a person read it and there was nothing to send on; withdrawn: the customer took it back',
  }),
  receivedAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
  readDueAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable().meta({ description: 'When a colleague released or read it' }),
  decision: decisionSchema,
})
