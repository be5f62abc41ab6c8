import { z } from 'zod'
import { roles } from './pack.ts'

const decided = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    /** The day on which the landlord decided this. */
    decidedOn: z.iso.date({ error: 'needs a date as YYYY-MM-DD: the day it was decided' }),
    /** The person, and their post, who decided it. */
    decidedBy: z
      .string({ error: 'is missing: name who decided it' })
      .trim()
      .min(1, 'is empty: name who decided it'),
  })

const role = z.enum(roles, { error: `needs one of ${roles.join(', ')}` })
const count = (from: number, to: number) =>
  z
    .int({ error: `needs a whole number from ${from} to ${to}` })
    .min(from, `needs ${from} or more`)
    .max(to, `needs ${to} or fewer`)

/** Clearway's own ceilings, which no policy and no setting can raise (I6): regular review means at least twice a year. */
export const ceilings = {
  reviewMonths: 6,
  markerReviewMonths: 12,
  reviewGraceDays: 28,
  durationMonths: 12,
} as const

/** The things a landlord decides for itself where its policy says nothing, each dated and with a name. */
export const decisionSchemas = {
  authoriserRoles: decided(z.array(role).min(1, 'needs at least one role')),
  appealHearerRole: decided(role),
  /** Hears the appeal when the first hearer took an earlier part (I8). */
  alternateHearerRole: decided(role),
  appealWindowDays: decided(
    z.union([z.literal('while in force'), z.int().positive()], {
      error: 'needs a number of days, or "while in force"',
    }),
  ),
  appealDecisionWorkingDays: decided(count(1, 60)),
  reviewEveryMonths: decided(count(1, ceilings.reviewMonths)),
  /** Days after a review date, in which the review can still be held, before the restriction lapses. */
  reviewGraceDays: decided(count(0, ceilings.reviewGraceDays)),
  defaultDurationMonths: decided(count(1, ceilings.durationMonths)),
  markerReviewMonths: decided(count(1, ceilings.markerReviewMonths)),
} as const

export type DecisionName = keyof typeof decisionSchemas
export type Decisions = { [Name in DecisionName]?: z.infer<(typeof decisionSchemas)[Name]> }
